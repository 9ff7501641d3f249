import type { AnswerGiven } from '../../domain/cycle/answer-checks.ts'

/** How many pieces of evidence a form has room for. */
export const evidenceRows = [1, 2, 3, 4] as const
type EvidenceRow = (typeof evidenceRows)[number]

type TextField = Exclude<keyof AnswerGiven, 'evidence'>
export type AnswerFormField =
  | TextField
  | `${'kind' | 'says' | 'source'}${EvidenceRow}`
  | 'evidence'
  | 'seen'
  | 'replace'
  | 'sure'

export const textFields = [
  'value',
  'numerator',
  'denominator',
  'status',
  'estimation',
  'cannotSupply',
  'whatHappened',
  'whatWeDo',
  'whenRight',
] as const satisfies readonly TextField[]
const numbers: readonly TextField[] = ['value', 'numerator', 'denominator']

/** What stands in the form at first: the answer that was given before, or nothing. */
export function fieldsOf(given: AnswerGiven, seen: number): Record<AnswerFormField, string> {
  const fields: Record<string, string> = { seen: String(seen), replace: '', sure: '', evidence: '' }
  for (const name of textFields) fields[name] = given[name]
  // Where it was worked out, it is worked out again.
  if (given.numerator !== '') fields.value = ''
  for (const row of evidenceRows) {
    const { kind = '', says = '', source = '' } = given.evidence[row - 1] ?? {}
    Object.assign(fields, { [`kind${row}`]: kind, [`says${row}`]: says, [`source${row}`]: source })
  }
  return fields as Record<AnswerFormField, string>
}

export type AnswerTyped = {
  readonly given: AnswerGiven
  /** Which row of the form each piece of evidence stands in. */
  readonly rows: readonly number[]
  /** The number of the answer that is to be followed. */
  readonly seen: number
  /** The figure of which somebody says that it is right. */
  readonly sure: string
}

/** Reads the form. What is left empty altogether is no evidence. */
export function readAnswer(body: URLSearchParams): AnswerTyped {
  const text = (name: string) => (body.get(name) ?? '').replaceAll('\r\n', '\n').trim()
  const evidence = evidenceRows
    .map((row) => ({
      row,
      kind: text(`kind${row}`),
      says: text(`says${row}`),
      source: text(`source${row}`),
    }))
    .filter(({ kind, says, source }) => kind + says + source !== '')
  const fields = Object.fromEntries(
    textFields.map((name) => [name, numbers.includes(name) ? plainNumber(text(name)) : text(name)]),
  ) as Record<TextField, string>
  return {
    given: { ...fields, evidence: evidence.map(({ kind, says, source }) => ({ kind, says, source })) },
    rows: evidence.map(({ row }) => row),
    seen: Number(text('replace') || text('seen')) || 0,
    sure: text('sure'),
  }
}

/** Numbers are taken as people write them: '1,234', '84.8 %', '£1,200', '−3'. */
export function plainNumber(text: string): string {
  const bare = text.replace(/^£/, '').replace(/\s*%$/, '').replace(/^[−–]/, '-').trim()
  return /^-?\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(/[, ]/g, '') : bare
}

/** What stands for one figure, so that 'it is right' is said of this figure and of no other. */
export const figureKey = ({ value, numerator, denominator }: AnswerGiven): string =>
  [value, numerator, denominator].join('/')
