import type { AnswerField } from './answer-checks.ts'

/** One column of the officer's workbook. What has no field is there to be read, and is not taken back. */
export type WorkbookColumn = {
  readonly key: string
  readonly label: string
  readonly field: Exclude<AnswerField, 'evidence'> | null
  /** In characters. */
  readonly width: number
  readonly says: string
}

export const keyLabel = 'Row key (leave as it is)'

/** The officer's workbook, from left to right. The guidance sheet is made of this table too. */
export const workbookColumns: readonly WorkbookColumn[] = [
  {
    key: 'row-key',
    label: keyLabel,
    field: null,
    width: 24,
    says: 'Says which request the row answers. Leave it as it is.',
  },
  { key: 'code', label: 'Code', field: null, width: 9, says: 'The measure’s code in the register.' },
  { key: 'title', label: 'Measure', field: null, width: 44, says: 'What is measured.' },
  { key: 'period', label: 'Period', field: null, width: 16, says: 'The period the figure is for.' },
  {
    key: 'expected',
    label: 'What is expected',
    field: null,
    width: 34,
    says: 'What is asked for, in which unit, and by when.',
  },
  {
    key: 'last',
    label: 'Last figure',
    field: null,
    width: 24,
    says: 'The latest figure held, and its period.',
  },
  {
    key: 'value',
    label: 'Value',
    field: 'value',
    width: 12,
    says: 'The figure, in digits, such as 84.8. May be left empty when numerator and denominator are given.',
  },
  {
    key: 'numerator',
    label: 'Numerator',
    field: 'numerator',
    width: 12,
    says: 'How many, where the figure is a rate or a percentage.',
  },
  { key: 'denominator', label: 'Denominator', field: 'denominator', width: 12, says: 'Out of how many.' },
  {
    key: 'status',
    label: 'Status',
    field: 'status',
    width: 12,
    says: 'final (also when empty), provisional or estimated.',
  },
  {
    key: 'estimation',
    label: 'How it was estimated',
    field: 'estimation',
    width: 30,
    says: 'For an estimate: how it was made, and how far out it may be.',
  },
  {
    key: 'cannot',
    label: 'Cannot be supplied because',
    field: 'cannotSupply',
    width: 30,
    says: 'Why there is no figure. Then leave the figure empty.',
  },
  {
    key: 'happened',
    label: 'What happened and why',
    field: 'whatHappened',
    width: 50,
    says: 'A sentence or two. Needed with every figure.',
  },
  {
    key: 'do',
    label: 'What we are doing',
    field: 'whatWeDo',
    width: 50,
    says: 'What is being done about it.',
  },
  {
    key: 'right',
    label: 'When it will be right',
    field: 'whenRight',
    width: 30,
    says: 'By when it will be where it should be.',
  },
]

export const answerStatusChoices = ['final', 'provisional', 'estimated'] as const

/** Which request a row answers, and which answer stood when the workbook was made. */
export type RowKey = { readonly quarter: string; readonly measure: string; readonly seen: number }

/** With a check at its end, so that a key that was typed over or dragged down is not taken for another. */
export const rowKeyText = ({ quarter, measure, seen }: RowKey): string => {
  const text = `${quarter}/${measure}/${seen}`
  return `${text}/${checkOf(text)}`
}

export function readRowKey(text: string): RowKey | null {
  const [, body = '', quarter = '', measure = '', seen = '', check = ''] =
    /^((\d{4}-\d{2}-q[1-4])\/([^/\s]+)\/(\d{1,6}))\/([0-9a-z]+)$/.exec(text.trim()) ?? []
  return body !== '' && check === checkOf(body) ? { quarter, measure, seen: Number(seen) } : null
}

function checkOf(text: string): string {
  let sum = 7
  for (const character of text) sum = (sum * 131 + (character.codePointAt(0) ?? 0)) % 1_679_616
  return sum.toString(36).padStart(4, '0')
}
