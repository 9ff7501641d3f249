import { centredTrend } from './centred-trend.ts'
import { SEASONAL_DOUBT, SEASONAL_EXTRA_POINTS, SEASONAL_FLOOR } from './tuning.ts'

export interface SeasonalProfile {
  /** True: indices are logarithms of factors. False: amounts to add. */
  readonly multiplies: boolean
  /** One for each season, counted from the first point; they sum to 0. */
  readonly index: Float64Array
  readonly variance: Float64Array
  /** Mean share of the raw seasonal means that was believed, 0 to 1; 0 is no pattern. */
  readonly strength: number
}

/**
 * Seasonal indices, each believed only as far as the years agree about it.
 *
 * Method: deviations from the trend are compared between and within seasons (one-way analysis of variance), and the
 * seasonal means shrunk by the share of their spread that is not noise (James & Stein, 1961; for seasonal factors Miller
 * & Williams, 2003, International Journal of Forecasting 19, 669–684). Factors when all values are positive, else amounts.
 * Units: logarithms of factors, or those of the values. Less than a cycle and two points, or annual: no pattern.
 */
export function seasonalProfile(values: Float64Array, period: number): SeasonalProfile {
  const size = values.length
  const index = new Float64Array(period)
  const variance = new Float64Array(period)
  if (period < 2 || size < period + SEASONAL_EXTRA_POINTS) {
    return { multiplies: false, index, variance, strength: 0 }
  }
  const multiplies = values.every((value) => value > 0)
  const worked = multiplies ? values.map(Math.log) : values
  const trend = centredTrend(worked, period)
  const { mean, count, grand, noise, spread } = seasonalSpread(worked, trend, period)
  let strength = 0
  let sum = 0
  for (let j = 0; j < period; j++) {
    const error = noise / (count[j] as number)
    const share = spread > 0 ? spread / (spread + error) : 0
    if (share < SEASONAL_FLOOR) continue
    index[j] = share * ((mean[j] as number) - grand)
    variance[j] = share * error
    strength += share / period
    sum += index[j] as number
  }
  for (let j = 0; j < period; j++) index[j] = (index[j] as number) - sum / period
  return { multiplies, index, variance, strength }
}

function seasonalSpread(worked: Float64Array, trend: Float64Array, period: number) {
  const size = worked.length
  const mean = new Float64Array(period)
  const count = new Float64Array(period)
  let total = 0
  for (let t = 0; t < size; t++) {
    const deviation = (worked[t] as number) - (trend[t] as number)
    const j = t % period
    mean[j] = (mean[j] as number) + deviation
    count[j] = (count[j] as number) + 1
    total += deviation
  }
  let grand = 0
  let oneOver = 0
  for (let j = 0; j < period; j++) {
    mean[j] = (mean[j] as number) / (count[j] as number)
    grand += (mean[j] as number) / period
    oneOver += 1 / (count[j] as number) / period
  }
  let within = 0
  let overall = 0
  for (let t = 0; t < size; t++) {
    const deviation = (worked[t] as number) - (trend[t] as number)
    within += (deviation - (mean[t % period] as number)) ** 2
    overall += (deviation - total / size) ** 2
  }
  let between = 0
  for (let j = 0; j < period; j++) between += ((mean[j] as number) - grand) ** 2 / (period - 1)
  // With barely a year to compare, the years' agreement is luck: the plain variance counts as one more comparison.
  const freedom = Math.max(0, size - period - 1)
  const noise = (within + (SEASONAL_DOUBT * overall) / (size - 1)) / (freedom + SEASONAL_DOUBT)
  return { mean, count, grand, noise, spread: Math.max(0, between - noise * oneOver) }
}
