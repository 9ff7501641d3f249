import { implausible, type RunPoint } from '../import/plausibility.ts'
import type { Unit } from '../quantity.ts'

export const evidenceKinds = {
  'resident-voice': 'What residents said',
  'case-study': 'Case study',
  survey: 'Survey',
  complaints: 'Complaints and compliments',
  other: 'Other',
} as const
export type EvidenceKind = keyof typeof evidenceKinds

/** What an officer answers, as it was typed. Numbers are decimal texts, exact; nothing given is empty text. */
export type AnswerGiven = {
  readonly value: string
  readonly numerator: string
  readonly denominator: string
  readonly status: string
  readonly estimation: string
  readonly cannotSupply: string
  readonly whatHappened: string
  readonly whatWeDo: string
  readonly whenRight: string
  readonly evidence: readonly { readonly kind: string; readonly says: string; readonly source: string }[]
}

export const nothingGiven: AnswerGiven = {
  value: '',
  numerator: '',
  denominator: '',
  status: 'final',
  estimation: '',
  cannotSupply: '',
  whatHappened: '',
  whatWeDo: '',
  whenRight: '',
  evidence: [],
}

export type AnswerField = Exclude<keyof AnswerGiven, 'evidence'> | 'evidence'
export type AnswerProblem = {
  readonly field: AnswerField
  readonly text: string
  /** Of evidence: which piece of it, counted from 0, and what of it. */
  readonly at?: number
  readonly part?: 'kind' | 'says' | 'source'
}

/** What the figure is held against. */
export type AnswerAsked = {
  readonly asks: 'figure' | 'words'
  readonly unit: Unit
  /** Made of a numerator over a denominator, times this; null where it is not. */
  readonly multiplier: number | null
  readonly period: { readonly start: string; readonly end: string }
  /** Its earlier figures of the same length of period, in order of time. */
  readonly earlier: readonly { readonly start: string; readonly end: string; readonly value: number }[]
}

export type AnswerChecked = {
  readonly problems: readonly AnswerProblem[]
  /** What may be right, and is asked about before it is kept. */
  readonly warnings: readonly string[]
  /** The value as decimal text: as typed, or made of numerator and denominator. Null when there is none. */
  readonly value: string | null
}

/** Longest answer to one of the three questions, in characters: a short paragraph, which a report can print whole. */
export const MOST_CHARACTERS = 600
const decimal = /^-?\d{1,15}(\.\d{1,10})?$/
const answerStatuses = ['final', 'provisional', 'estimated']

/** The multiplier of a value that is a numerator over a denominator, by its unit; null for other units. */
export const multiplierOf = (unit: Unit): number | null =>
  unit === 'percentage' ? 100 : unit === 'per-1000' ? 1_000 : unit === 'per-100000' ? 100_000 : null

/** Holds an answer against what was asked and what went before. */
export function checkAnswer(given: AnswerGiven, asked: AnswerAsked): AnswerChecked {
  const problems: AnswerProblem[] = []
  const refuse: Refuse = (field, text, where = {}) => problems.push({ field, text, ...where })
  const cannot = given.cannotSupply.trim() !== ''
  checkWords(given, cannot, refuse)
  if (asked.asks === 'words' || cannot) {
    if (asked.asks === 'figure' && given.value !== '')
      refuse('cannotSupply', 'Give the figure or say why it cannot be supplied, not both')
    return { problems, warnings: [], value: null }
  }
  const value = figureOf(given, asked, refuse)
  if (!answerStatuses.includes(given.status))
    refuse('status', 'Choose whether the figure is final, provisional or estimated')
  if (given.status === 'estimated' && given.estimation.trim() === '')
    refuse('estimation', 'Say how it was estimated, and how far out it may be')
  const warnings = problems.length > 0 || value === null ? [] : doubtsOf(Number(value), asked)
  return { problems, warnings, value }
}

type Refuse = (field: AnswerField, text: string, where?: Pick<AnswerProblem, 'at' | 'part'>) => void

function checkWords(given: AnswerGiven, cannot: boolean, refuse: Refuse): void {
  if (!cannot && given.whatHappened.trim() === '')
    refuse('whatHappened', 'Say what happened and why, in a sentence or two')
  for (const field of ['whatHappened', 'whatWeDo', 'whenRight', 'cannotSupply', 'estimation'] as const)
    if (given[field].trim().length > MOST_CHARACTERS)
      refuse(field, `Shorten this to ${MOST_CHARACTERS} characters: it has ${given[field].trim().length}`)
  for (const [at, { kind, says, source }] of given.evidence.entries()) {
    const wrong = (part: 'kind' | 'says' | 'source', text: string) => refuse('evidence', text, { at, part })
    if (!Object.hasOwn(evidenceKinds, kind)) wrong('kind', 'Choose what kind of evidence it is')
    if (says.trim() === '') wrong('says', 'Say what the evidence is, or leave all of it empty')
    if (source.trim() === '') wrong('source', 'Say where the evidence comes from')
    if (says.trim().length > MOST_CHARACTERS)
      wrong('says', `Shorten the evidence to ${MOST_CHARACTERS} characters`)
  }
}

function figureOf(given: AnswerGiven, asked: AnswerAsked, refuse: Refuse): string | null {
  const numbers = { value: given.value, numerator: given.numerator, denominator: given.denominator }
  let sound = true
  for (const [field, text] of Object.entries(numbers) as [keyof typeof numbers, string][])
    if (text !== '' && !decimal.test(text)) {
      refuse(field, `‘${text}’ is not a number. Write digits only, such as 84.8`)
      sound = false
    }
  if (!sound) return null
  const { value, numerator, denominator } = numbers
  if ((numerator === '') !== (denominator === '')) {
    refuse(numerator === '' ? 'numerator' : 'denominator', 'Give both parts of the figure, or neither')
    return null
  }
  if (denominator !== '' && Number(denominator) <= 0) {
    refuse('denominator', 'The number it is out of must be more than nought')
    return null
  }
  if (asked.unit === 'percentage' && Number(numerator) > Number(denominator) && denominator !== '') {
    refuse(
      'numerator',
      'A percentage cannot count more than it is out of. See whether the two have changed places',
    )
    return null
  }
  const made = madeOf(numerator, denominator, asked.multiplier)
  if (value === '' && made === null) {
    refuse('value', 'Give the figure, or say why it cannot be supplied')
    return null
  }
  if (value !== '' && made !== null && Math.abs(Number(value) - made) > halfOfLastDigit(value) + 1e-9) {
    refuse(
      'value',
      `${numerator} out of ${denominator} makes ${rounded(made)}, not ${value}. Leave the figure empty to have it worked out`,
    )
    return null
  }
  return value === '' && made !== null ? rounded(made) : value
}

const madeOf = (numerator: string, denominator: string, multiplier: number | null): number | null =>
  numerator === '' || denominator === '' || multiplier === null
    ? null
    : (multiplier * Number(numerator)) / Number(denominator)

const rounded = (value: number): string => String(Number(value.toFixed(6)))
const halfOfLastDigit = (text: string): number => 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0)

function doubtsOf(value: number, { unit, period, earlier }: AnswerAsked): string[] {
  const doubts: string[] = []
  if (unit === 'percentage' && (value < 0 || value > 100))
    doubts.push('A percentage is below 0 or above 100.')
  if (unit === 'count' && !Number.isInteger(value)) doubts.push('A number of things is not whole.')
  if (unit === 'count' && value < 0) doubts.push('A number of things is below nought.')
  const points: RunPoint[] = [
    ...earlier.map((each) => ({ ...each, fresh: false })),
    { ...period, value, fresh: true },
  ]
  return [...doubts, ...implausible(points, unit).map(({ message }) => message)]
}
