/**
 * Fills `level` and `slope` with those of a trend that fades: each step ahead adds `damping` times what the last one added.
 *
 * Method: damped additive trend in error-correction form (Gardner & McKenzie, 1985, Management Science 31(10),
 * 1237–1246). The slope starts at half the slope across the first four points, so the first few origins know a little
 * more than they should. Units: those of the values; parameters 0 to 1. Fewer than four points: the slope starts at 0.
 */
export function dampedTrend(
  values: Float64Array,
  alpha: number,
  beta: number,
  damping: number,
  level: Float64Array,
  slope: Float64Array,
): void {
  let currentLevel = values[0] as number
  let currentSlope = values.length < 4 ? 0 : ((values[3] as number) - currentLevel) / 6
  for (let t = 0; t < values.length; t++) {
    const expected = currentLevel + damping * currentSlope
    const error = (values[t] as number) - expected
    currentLevel = expected + alpha * error
    currentSlope = damping * currentSlope + alpha * beta * error
    level[t] = currentLevel
    slope[t] = currentSlope
  }
}
