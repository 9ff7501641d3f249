/**
 * The slow movement of `values` with one whole cycle of `period` averaged out, so that what is left shows the season.
 *
 * Method: centred moving average over one cycle with half weights at its ends (Macaulay, 1931, The Smoothing of Time
 * Series, ch. 2), prolonged at each end at the slope of its nearest year. With less than two cycles there is no such
 * average: a straight line at the mean year-on-year change stands in. Units: those of the values.
 */
export function centredTrend(values: Float64Array, period: number): Float64Array {
  const size = values.length
  const trend = new Float64Array(size)
  if (size < 2 * period) {
    let change = 0
    for (let t = period; t < size; t++) change += (values[t] as number) - (values[t - period] as number)
    const slope = change / (size - period) / period
    for (let t = 0; t < size; t++) trend[t] = slope * t
    return trend
  }
  const half = period / 2
  const first = half
  const last = size - half - 1
  let sum = 0
  for (let t = 0; t < period; t++) sum += values[t] as number
  for (let t = first; t <= last; t++) {
    const entering = values[t + half] as number
    const leaving = values[t - half] as number
    trend[t] = (sum + (entering - leaving) / 2) / period
    sum += entering - leaving
  }
  const reach = Math.min(last - first, period)
  const at = (t: number) => trend[t] as number
  const opening = reach > 0 ? (at(first + reach) - at(first)) / reach : 0
  const closing = reach > 0 ? (at(last) - at(last - reach)) / reach : 0
  for (let t = 0; t < first; t++) trend[t] = at(first) - opening * (first - t)
  for (let t = last + 1; t < size; t++) trend[t] = at(last) + closing * (t - last)
  return trend
}
