import { expectedWords } from '../../domain/cycle/expected-words.ts'
import { periodText } from '../../domain/period-text.ts'
import { quantityText } from '../../domain/quantity.ts'
import type { EarlierWords } from '../earlier-words.ts'
import type { Expectation } from '../expectations.ts'
import type { CycleRequest } from '../requests.ts'

const mostFigures = 6
const mostOnLine = 12

/** What helps while answering: the figures before, what is expected, the definition, what was said last time. */
export function besideAnswer(
  request: CycleRequest,
  expected: Expectation,
  earlierWords: EarlierWords | null,
) {
  const { measure, asks } = request
  const { earlier, unit, decimals } = expected
  const text = (value: number) => quantityText(value, unit, decimals)
  const line = earlier.slice(-mostOnLine)
  const [first, last] = [line.at(0), line.at(-1)]
  return {
    title: asks === 'words' ? 'The figures' : 'Figures before',
    expected: asks === 'words' ? null : expectedWords(expected),
    figures: earlier
      .slice(-mostFigures)
      .toReversed()
      .map(({ period, value, status }) => ({
        period: periodText(period),
        value: text(value),
        status: status === 'final' ? null : status,
      })),
    spark:
      first === undefined || last === undefined || line.length < 3
        ? null
        : {
            values: line.map(({ value }) => value),
            target: null,
            words: `From ${text(first.value)} in ${periodText(first.period)} to ${text(last.value)} in ${periodText(last.period)}`,
          },
    definition: measure.definition,
    measureHref: `/measures/${measure.code}`,
    earlierWords,
  }
}
