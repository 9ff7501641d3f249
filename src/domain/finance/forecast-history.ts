import { type Pence, poundsMillionText, sumPence, varianceText } from '../money.ts'

/** What the council forecast for its year at the end of one month. */
export type MonthForecast = {
  readonly financialYear: string
  readonly month: string
  readonly budget: Pence
  readonly forecast: Pence
}

export type ForecastStanding = MonthForecast & {
  readonly variance: Pence
  /** Since the month held before it in the same year; null for the first. */
  readonly change: Pence | null
  /** Forecast less outturn; null until the year's outturn is known. */
  readonly error: Pence | null
}

/** How each month's forecast of a year stood: to the month before, and to what the year came to. */
export function forecastHistory(
  months: readonly MonthForecast[],
  outturns: ReadonlyMap<string, Pence>,
): ForecastStanding[] {
  const inOrder = months.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  return inOrder.map((each, index) => {
    const before = inOrder
      .slice(0, index)
      .findLast(({ financialYear }) => financialYear === each.financialYear)
    const outturn = outturns.get(each.financialYear)
    return {
      ...each,
      variance: each.forecast - each.budget,
      change: before === undefined ? null : each.forecast - before.forecast,
      error: outturn === undefined ? null : each.forecast - outturn,
    }
  })
}

/** Which month of its financial year a month is: April is 1. */
export const monthOfYear = (month: string): number => ((Number(month.slice(5, 7)) + 8) % 12) + 1

export type ForecastTrust = {
  readonly months: number
  /** Past years with both a forecast at this month of the year and an outturn. */
  readonly years: number
  /** How far those forecasts were from the outturn on average, whichever way; rounded to a penny. */
  readonly meanAbsoluteError: Pence | null
  readonly says: string
}

/** How much to trust a forecast made at this month of the year, judged by past years whose outturn is known. */
export function forecastTrust(history: readonly ForecastStanding[], month: string): ForecastTrust {
  const months = history.length
  const past = history.flatMap((each) =>
    each.error !== null && each.month < month && monthOfYear(each.month) === monthOfYear(month)
      ? [each.error]
      : [],
  )
  if (past.length === 0) {
    const held = months === 1 ? 'One month is' : `${months} months are`
    return {
      months,
      years: 0,
      meanAbsoluteError: null,
      says: `${held} held and no past year’s forecast at this month with its outturn: there is no history to judge the forecast by.`,
    }
  }
  const count = BigInt(past.length)
  const total = sumPence(past.map((error) => (error < 0n ? -error : error)))
  const meanAbsoluteError = (total + count / 2n) / count
  const net = sumPence(past)
  const lean =
    past.length < 3
      ? ''
      : net > 0n
        ? ' On balance they were too high.'
        : net < 0n
          ? ' On balance they were too low.'
          : ''
  return {
    months,
    years: past.length,
    meanAbsoluteError,
    says: `At this month of the year the forecast was ${poundsMillionText(meanAbsoluteError)} from the outturn on average, over ${past.length === 1 ? 'one past year' : `${past.length} past years`}.${lean}`,
  }
}

/** '£1.250m more than in June 2024', for a month's own change. */
export const changeText = (change: Pence | null, before: string): string =>
  change === null
    ? 'The first month held of this year'
    : change === 0n
      ? `As in ${before}`
      : `${poundsMillionText(change < 0n ? -change : change)} ${change > 0n ? 'more' : 'less'} than in ${before}`

/** How a forecast turned out: '£0.500m too low', 'as the year came to'. */
export const errorText = (error: Pence | null): string =>
  error === null
    ? 'The outturn is not known yet'
    : varianceText(error) === 'on budget'
      ? 'As the year came to'
      : `${poundsMillionText(error < 0n ? -error : error)} too ${error > 0n ? 'high' : 'low'}`
