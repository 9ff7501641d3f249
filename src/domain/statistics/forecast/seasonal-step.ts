/**
 * Mean absolute change from the same season a year before, or from the point before when there is less than a year to
 * compare: the error that forecasts are measured in.
 *
 * Method: the scale of the mean absolute scaled error (Hyndman & Koehler, 2006, International Journal of Forecasting 22,
 * 679–688). Units: those of the values. Missing values leave their pairs out; no pair: 0.
 */
export function seasonalStep(values: readonly (number | null)[], frequency: number): number {
  const lag = values.length > frequency ? frequency : 1
  let sum = 0
  let pairs = 0
  for (let t = lag; t < values.length; t++) {
    const now = values[t]
    const before = values[t - lag]
    if (typeof now !== 'number' || typeof before !== 'number') continue
    sum += Math.abs(now - before)
    pairs++
  }
  return pairs === 0 ? 0 : sum / pairs
}
