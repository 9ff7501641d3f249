/**
 * Fills `level` with the mean of the points so far: the best forecast of a process that only scatters about a fixed level.
 *
 * Method: arithmetic mean. Units: those of the values. One point: that point.
 */
export function runningMean(values: Float64Array, level: Float64Array): void {
  let sum = 0
  for (let t = 0; t < values.length; t++) {
    sum += values[t] as number
    level[t] = sum / (t + 1)
  }
}
