import type { Combination } from './combination.ts'
import type { SeasonalProfile } from './seasonal-profile.ts'
import { ERRATIC_STEP_SHARE, ERRATIC_ZERO_SHARE, FEWEST_FOR_TREND } from './tuning.ts'

/** A part with less weight than this is not named. */
const NAMED_SHARE = 0.2

/** The parts that made a forecast, in words, heaviest first: 'damped trend and level, with season'. */
export function methodName({ share, alpha }: Combination, season: SeasonalProfile): string {
  const level = alpha < 0.15 && share.level > 0.8 ? 'long-run level' : 'recent level'
  const names = { level, drift: 'drift', 'damped trend': 'damped trend' }
  const parts = (['level', 'drift', 'damped trend'] as const)
    .filter((family) => share[family] >= NAMED_SHARE)
    .sort((a, b) => share[b] - share[a])
    .map((family) => names[family])
  const last = parts.pop() ?? level
  const combined = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
  return season.strength > 0 ? `${combined}, with season` : combined
}

/** Why only levels may be used for this series, in words for the note; empty when there is no such reason. */
export function plainReason(values: Float64Array, deseasoned: Float64Array): string {
  const size = values.length
  if (size < FEWEST_FOR_TREND) return `only ${size} points: a level is projected, and no trend`
  let zeros = 0
  for (const value of values) if (value === 0) zeros++
  if (zeros > ERRATIC_ZERO_SHARE * size)
    return `${zeros} of ${size} points are zero: a level is projected, and no trend`
  let steps = 0
  let level = 0
  for (let t = 0; t < size; t++) {
    level += Math.abs(deseasoned[t] as number) / size
    if (t > 0) steps += Math.abs((deseasoned[t] as number) - (deseasoned[t - 1] as number)) / (size - 1)
  }
  return steps > ERRATIC_STEP_SHARE * level ? 'erratic: a level is projected, and no trend' : ''
}
