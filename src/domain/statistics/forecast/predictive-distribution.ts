/** What is expected of one future value, or of a sum of several. Units: those of the values. */
export interface Prediction {
  readonly centre: number
  /** Standard deviation, before the heavy tails. */
  readonly deviation: number
  readonly freedom: number
  readonly lower: number
  readonly upper: number
}

/**
 * The value with the standard normal's share below `z` below it, never beyond the bounds.
 *
 * Method: `z` is stretched to Student's t (Fisher & Cornish, 1960, Technometrics 2(2), 209–225: two terms). Without bounds
 * the value is centre + t × deviation. Near a bound the distance from it follows a gamma distribution by its cube root
 * (Wilson & Hilferty, 1931, PNAS 17, 684–688), which for a small deviation is the same; between two bounds the two are
 * mixed by nearness. Rises with `z` always. Deviation 0: the centre.
 */
export function predictiveValue(prediction: Prediction, z: number): number {
  const { centre, deviation, freedom, lower, upper } = prediction
  if (deviation === 0) return centre
  const t = stretched(z, freedom)
  const floored = Number.isFinite(lower)
  const capped = Number.isFinite(upper)
  let value = centre + t * deviation
  if (floored && capped) {
    const nearUpper = (centre - lower) / (upper - lower)
    const fromLower = lower + gammaValue(centre - lower, deviation, t)
    const fromUpper = upper - gammaValue(upper - centre, deviation, -t)
    value = (1 - nearUpper) * fromLower + nearUpper * fromUpper
  } else if (floored) value = lower + gammaValue(centre - lower, deviation, t)
  else if (capped) value = upper - gammaValue(upper - centre, deviation, -t)
  return Math.min(upper, Math.max(lower, value))
}

function stretched(z: number, freedom: number): number {
  const square = z * z
  const first = (square + 1) / (4 * freedom)
  const second = (5 * square * square + 16 * square + 3) / (96 * freedom * freedom)
  return z * (1 + first + second)
}

function gammaValue(distance: number, deviation: number, t: number): number {
  // A centre on the bound itself would have no spread at all; two fifths of a deviation away it still has some.
  const centre = Math.max(distance, deviation / 2.5)
  const variation = deviation / centre
  const root = 1 - (variation * variation) / 9 + (t * variation) / 3
  return root <= 0 ? 0 : centre * root ** 3
}
