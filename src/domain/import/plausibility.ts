import type { Unit } from '../quantity.ts'
import { xmrLimits } from '../statistics/xmr-limits.ts'

/** A figure among those of the same series, area, category and length of period, in order of time. */
export type RunPoint = {
  readonly start: string
  readonly end: string
  readonly value: number /** Brought by this import. */
  readonly fresh: boolean
}

export type Implausible = { readonly at: number; readonly message: string }

/** A figure this many times its neighbours in time, or this part of them, is asked about: a slipped point is ten times. */
export const TIMES_ITS_NEIGHBOURS = 8
/** Numbers of things below this may well be many times one another. */
export const SMALL_COUNT = 20
/** Points a series must hold for its limits to be asked about. */
export const POINTS_FOR_LIMITS = 12
const neighboursEachSide = 2

/** Which fresh figures of a run do not look like the others, and why. They may be right: people are to say. */
export function implausible(run: readonly RunPoint[], unit: Unit): readonly Implausible[] {
  const limits = limitsOf(run)
  return run.flatMap((point, at): Implausible[] => {
    if (!point.fresh) return []
    const message = besideNeighbours(run, at, unit) ?? (limits === null ? null : beyond(point.value, limits))
    return message === null ? [] : [{ at, message }]
  })
}

function besideNeighbours(run: readonly RunPoint[], at: number, unit: Unit): string | null {
  const value = run[at]?.value ?? 0
  const near = [
    ...run.slice(Math.max(0, at - neighboursEachSide), at),
    ...run.slice(at + 1, at + 1 + neighboursEachSide),
  ].map((point) => point.value)
  const usual = medianOf(near)
  if (usual === null) return null
  const [size, usualSize] = [Math.abs(value), Math.abs(usual)]
  const beside = `its neighbours in time (${near.join(', ')})`
  if (unit === 'count' && Math.max(size, usualSize) < SMALL_COUNT) return null
  if (usualSize === 0) return null
  if (value === 0)
    return near.length >= neighboursEachSide &&
      near.every((other) => Math.abs(other) >= usualSize / 2) &&
      (unit === 'count' || usualSize > 1)
      ? `The figure is 0 beside ${beside}. If it stands for no figure, write [x] or leave the row out.`
      : null
  // Beside every neighbour, so that a slip is asked about where it is and not at the figures around it.
  const ratios = near.filter((other) => other !== 0).map((other) => size / Math.abs(other))
  const slipped =
    ratios.every((ratio) => ratio >= TIMES_ITS_NEIGHBOURS) ||
    ratios.every((ratio) => ratio <= 1 / TIMES_ITS_NEIGHBOURS)
  if (!slipped) return null
  const times = size / usualSize
  if (unit === 'percentage' && size <= 1.5 && times < 1 / 50)
    return `The figure looks like a proportion (0 to 1) beside ${beside}, which are percentages (0 to 100). Write 41.7% as 41.7.`
  const said = times > 1 ? `about ${timesText(times)} times` : `about one part in ${timesText(1 / times)} of`
  return `The figure is ${said} ${beside}. See whether the decimal point or the unit has slipped.`
}

const timesText = (times: number): string =>
  String(times < 20 ? Math.round(times) : Number(times.toPrecision(2)))

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Limits of what was held before this import; a file cannot vouch for itself. */
function limitsOf(run: readonly RunPoint[]) {
  const held = run.filter(({ fresh }) => !fresh).map(({ value }) => value)
  if (held.length < POINTS_FOR_LIMITS || held.length === run.length) return null
  const { lower, upper } = xmrLimits(Float64Array.from(held), 0, held.length, 'unless-collapse', false)
  return Number.isFinite(lower) && Number.isFinite(upper) && lower < upper ? { lower, upper } : null
}

const beyond = (value: number, { lower, upper }: { lower: number; upper: number }): string | null =>
  value < lower || value > upper
    ? `The figure is outside what this series has varied within (${Number(lower.toPrecision(4))} to ${Number(upper.toPrecision(4))}). If it is right, it is a real change.`
    : null

/** Percentages given as proportions in a series that holds nothing yet to set them beside. */
export function allProportions(runs: readonly (readonly RunPoint[])[], unit: Unit): boolean {
  const points = runs.flat()
  return (
    unit === 'percentage' &&
    points.length >= 3 &&
    points.every(({ fresh, value }) => fresh && value >= 0 && value <= 1) &&
    points.some(({ value }) => value > 0 && value < 1)
  )
}
