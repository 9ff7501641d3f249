import type { Pence } from '../../money.ts'
import { type FinanceProblem, problemAt } from './finance-problem.ts'
import type { MoneyRow } from './money-rows.ts'
import { moneyText } from './money-text.ts'
import type { MoneyUnit } from './money-unit.ts'

/** Which way a file signs its variances. Here a positive one is an overspend: forecast less budget. */
export const varianceSigns = {
  'overspend-positive': 'an overspend is above nought',
  'underspend-positive': 'an underspend is above nought',
} as const

export type VarianceSign = keyof typeof varianceSigns

const turned: Record<VarianceSign, string> = {
  'overspend-positive':
    'The file writes underspends as positive: in every row the variance is budget less forecast. Say so (on the command line --variance-sign underspend-positive), or turn the signs in the file.',
  'underspend-positive':
    'The file writes overspends as positive, and was said to write underspends so: in every row the variance is forecast less budget. Leave that out.',
}

/** Holds each variance against its own budget and forecast, in the direction the file was said to write them. */
export function varianceProblems(
  lines: readonly MoneyRow[],
  sign: VarianceSign,
  unit: MoneyUnit,
): FinanceProblem[] {
  const judged = lines.flatMap((line) => {
    const read = readVariance(line, sign)
    return read === null ? [] : [{ line, ...read }]
  })
  const wrong = judged.filter(({ right }) => !right)
  const [first] = wrong
  if (
    first &&
    wrong.every(({ opposite }) => opposite) &&
    judged.every(({ right, opposite }) => !right || opposite)
  )
    return [problemAt(first.line, first.column, first.written, turned[sign])]
  return wrong.map(({ line, column, written, opposite, expected, variance }) => {
    const made = `Forecast less budget is ${moneyText(expected, unit)}`
    const message = opposite
      ? `The sign of the variance is the other way round in this row: ${made.toLowerCase()}, and the file says ${moneyText(variance, unit)}. Turn the sign in this row.`
      : `${made}, and the variance of the file is ${moneyText(variance, unit)}. Mend whichever of the three is wrong.`
    return problemAt(line, column, written, message)
  })
}

function readVariance({ amounts }: MoneyRow, sign: VarianceSign) {
  const [budget, forecast, given] = [amounts.get('budget'), amounts.get('forecast'), amounts.get('variance')]
  if (!budget || !forecast || !given) return null
  const expected = forecast.pence - budget.pence
  const variance = sign === 'overspend-positive' ? given.pence : -given.pence
  const near = (a: Pence, b: Pence): boolean => {
    const gap = a < b ? b - a : a - b
    // Budget, forecast and variance may each have been rounded by itself.
    return gap === 0n || (given.step > 1n && gap <= given.step)
  }
  const { column, written } = given
  return {
    column,
    written,
    expected,
    variance,
    right: near(variance, expected),
    opposite: near(-variance, expected),
  }
}
