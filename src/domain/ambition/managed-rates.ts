import type { Observation } from '../measures/observation.ts'
import type { Period } from '../period.ts'

export type NeighbourHistory = {
  readonly name: string
  readonly observations: readonly Pick<Observation, 'period' | 'value' | 'doubt'>[]
}

/** How fast one neighbour improved between two of its figures, a whole number of years apart. */
export type Managed = {
  readonly from: { readonly period: Period; readonly value: number }
  readonly to: { readonly period: Period; readonly value: number }
  /** Improvement a year: positive is better, whichever way is good. */
  readonly perYear: number
}

export type Pace = {
  readonly years: number
  readonly sign: 1 | -1
  /** As a share of the value a year, for counts, which differ in size from place to place; else in the unit. */
  readonly relative: boolean
  /** Days on which the definition changed: no two figures across one are compared. */
  readonly breaks: readonly string[]
}

type Known = { readonly period: Period; readonly value: number }

/** Every pair of a neighbour's figures that many years apart, and the improvement a year between them, in order of time. */
export function managedRates({ observations }: NeighbourHistory, pace: Pace): Managed[] {
  const known = observations.flatMap(({ period, value, doubt }): Known[] =>
    value === null || doubt !== null ? [] : [{ period, value }],
  )
  const byEnd = new Map(known.map((each) => [each.period.end, each]))
  return known.flatMap((from) => {
    const end = Temporal.PlainDate.from(from.period.end).add({ years: pace.years }).toString()
    const to = byEnd.get(end)
    if (!to || to.period.granularity !== from.period.granularity) return []
    if (pace.breaks.some((at) => at > from.period.start && at <= to.period.start)) return []
    const perYear = improvementPerYear(from.value, to.value, pace.years, pace)
    return perYear === null ? [] : [{ from, to, perYear }]
  })
}

/** Null where a share of the value has no meaning: from or to nought or less. */
export function improvementPerYear(
  from: number,
  to: number,
  years: number,
  { sign, relative }: Pick<Pace, 'sign' | 'relative'>,
): number | null {
  if (!relative) return (sign * (to - from)) / years
  return from > 0 && to > 0 ? sign * ((to / from) ** (1 / years) - 1) : null
}
