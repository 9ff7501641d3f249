import type { ExpectedFacts } from '../domain/cycle/expected-words.ts'
import type { RequestState } from '../domain/cycle/request-state.ts'
import { periodText, whenText } from '../domain/period-text.ts'
import { quantityText, units } from '../domain/quantity.ts'
import type { Answer } from './answers.ts'
import type { CycleRequest } from './requests.ts'

/** How far something given has come. */
export const howFar: Readonly<Record<RequestState, string>> = {
  waiting: 'Not given yet',
  'sent-back': 'Sent back',
  given: 'Given; waits for confirmation',
  confirmed: 'Confirmed; waits for sign-off',
  'signed-off': 'Signed off; waits for assurance',
  assured: 'Assured',
}

/** What is asked, in a sentence: for words only, with the figure they are about. */
export function askedWords({ asks, period }: CycleRequest, expected: ExpectedFacts | undefined): string {
  if (asks === 'figure') return `The figure for ${periodText(period)}, with a few words.`
  const last = expected?.last
  return expected === undefined || last == null
    ? `A few words to the published figure ${whenText(period)}.`
    : `A few words to the published figure: ${quantityText(last.value, expected.unit, expected.decimals)} ${whenText(last.period)}.`
}

/** The figure of an answer as it is read; what stands in its place where there is none. */
export function figureText(
  { measure, asks }: Pick<CycleRequest, 'measure' | 'asks'>,
  { value, given }: Pick<Answer, 'value' | 'given'>,
): string {
  if (given.cannotSupply !== '') return 'Cannot be supplied'
  if (value === null) return asks === 'words' ? 'Words only' : 'None given'
  const decimals = Math.max(
    measure.series?.decimals ?? units[measure.unit].decimals,
    Math.min(3, given.value.split('.')[1]?.length ?? 0),
  )
  const shown = given.numerator === '' ? decimals : (measure.series?.decimals ?? units[measure.unit].decimals)
  const text = quantityText(Number(value), measure.unit, shown)
  return given.status === 'final' ? text : `${text}, ${given.status}`
}
