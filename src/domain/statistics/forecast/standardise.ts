/**
 * Centres `values` on their mean and divides them by their mean absolute deviation, in place, so that nothing that follows
 * depends on the units; gives both, to go back.
 *
 * Method: arithmetic. Units: those of the values in, none out. A constant series (to rounding) is left alone: scale 0.
 */
export function standardise(values: Float64Array): { centre: number; scale: number } {
  let centre = 0
  for (const value of values) centre += value / values.length
  let deviation = 0
  let size = 0
  for (const value of values) {
    deviation += Math.abs(value - centre) / values.length
    size = Math.max(size, Math.abs(value))
  }
  if (deviation <= 1e-12 * size) return { centre, scale: 0 }
  for (let t = 0; t < values.length; t++) values[t] = ((values[t] as number) - centre) / deviation
  return { centre, scale: deviation }
}
