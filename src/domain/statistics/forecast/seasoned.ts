import type { SeasonalProfile } from './seasonal-profile.ts'

/**
 * A level and its variance with season `j` put back: the value and its standard deviation, the doubt about the index
 * itself included.
 *
 * Method: the inverse of taking the season out; variances of independent errors add, to first order. Units: those of the
 * values.
 */
export function seasoned(
  level: number,
  variance: number,
  season: SeasonalProfile,
  j: number,
): { value: number; deviation: number } {
  const index = season.index[j] as number
  const doubt = season.variance[j] as number
  if (!season.multiplies) return { value: level + index, deviation: Math.sqrt(variance + doubt) }
  const factor = Math.exp(index)
  return { value: level * factor, deviation: factor * Math.sqrt(variance + level * level * doubt) }
}
