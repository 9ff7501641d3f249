import { type SeasonalProfile, seasonalProfile } from '../statistics/forecast/seasonal-profile.ts'
import { usableSeries } from '../statistics/forecast/usable-series.ts'
import type { PerYear } from './timeline.ts'

/** What is usual for each point's month or quarter, and how much wider limits must be for having estimated it. */
export type Season = {
  readonly without: (value: number, at: number) => number
  readonly within: (value: number, at: number) => number
  readonly widening: number
}

/** Below this many values a pattern of the year cannot be told from chance: two years of months, three of quarters. */
const fewestValues = { 12: 24, 4: 12 } as const

/** A pattern believed less than this is no season: fewer than one random series in 20 reaches it (by simulation). */
const leastStrength = { 12: 0.65, 4: 0.8 } as const

/**
 * The usual pattern of the year, or null where there is none, or too little to tell. Its indices come from the forecaster's
 * seasonal profile; a change of level at a break is taken out first, or it would pass for part of the pattern.
 */
export function seasonOf(
  values: readonly (number | null)[],
  starts: readonly number[],
  perYear: PerYear,
): Season | null {
  if (perYear !== 12 && perYear !== 4) return null
  const known = values.filter((value) => value !== null).length
  if (known < fewestValues[perYear]) return null
  const level = levelled(values, starts)
  const series = usableSeries({
    frequency: perYear,
    horizon: 1,
    values: level,
    lowerBound: null,
    upperBound: null,
  })
  if (!series.ok) return null
  const profile = seasonalProfile(series.values, perYear)
  if (profile.strength < leastStrength[perYear]) return null
  const first = values.length - series.missingAtEnd - series.values.length
  const freedom = known / Math.max(known / 3, known - profile.strength * (perYear - 1))
  return { ...removing(profile, first, perYear), widening: Math.sqrt(freedom) }
}

function removing({ index, multiplies }: SeasonalProfile, first: number, perYear: number) {
  const indexAt = (at: number) => index[(((at - first) % perYear) + perYear) % perYear] ?? 0
  if (!multiplies)
    return {
      without: (value: number, at: number) => value - indexAt(at),
      within: (value: number, at: number) => value + indexAt(at),
    }
  return {
    without: (value: number, at: number) => value / Math.exp(indexAt(at)),
    within: (value: number, at: number) => value * Math.exp(indexAt(at)),
  }
}

/** Each segment moved to the level of the last, by amounts. */
function levelled(values: readonly (number | null)[], starts: readonly number[]): (number | null)[] {
  if (starts.length < 2) return [...values]
  const segments = starts.map((from, g) => values.slice(from, starts[g + 1]))
  const means = segments.map(meanOf)
  const last = means.at(-1) ?? 0
  return segments.flatMap((segment, g) =>
    segment.map((value) => (value === null ? null : value - (means[g] ?? 0) + last)),
  )
}

function meanOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length
}
