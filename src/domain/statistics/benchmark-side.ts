import { proportionFunnel } from './proportion-funnel.ts'

/**
 * Where an area lies against a benchmark: 0 similar, ±1 above or below, ±2 beyond the wider limits too; null when the figures
 * needed are not all there. judgementOf turns a side into a word.
 */
export type BenchmarkSide = -2 | -1 | 0 | 1 | 2 | null

export interface AreaFigures {
  readonly value: number | null
  readonly lower95: number | null
  readonly upper95: number | null
}

/** Upper control limit in standard deviations, 99.8 % two-sided: Fingertips, SPC for proportions. */
export const FUNNEL_Z = 3.0902

/**
 * Similar when the area's 95 % interval holds the benchmark, ends included; else the side of its value.
 *
 * Source: Fingertips technical guidance, 'overlapping confidence intervals (95.0)'. The benchmark's own interval is not used.
 */
export function sideOfInterval(area: AreaFigures, benchmark: number | null): BenchmarkSide {
  const { value, lower95, upper95 } = area
  if (value === null || lower95 === null || upper95 === null || benchmark === null) return null
  if (benchmark >= lower95 && benchmark <= upper95) return 0
  return value < benchmark ? -1 : 1
}

/**
 * Above or below only when the whole 95 % interval is.
 *
 * Source: FingertipsNext. Differs from sideOfInterval only where an interval does not hold its own value.
 */
export function sideOfWholeInterval(area: AreaFigures, benchmark: number | null): BenchmarkSide {
  const { value, lower95, upper95 } = area
  if (value === null || lower95 === null || upper95 === null || benchmark === null) return null
  return upper95 < benchmark ? -1 : lower95 > benchmark ? 1 : 0
}

/**
 * As sideOfInterval, with ±2 when the benchmark is outside the 99.8 % interval too.
 *
 * Source: Fingertips technical guidance, 'overlapping confidence intervals (95.0 and 99.8)'.
 */
export function sideOfTwoIntervals(
  area: AreaFigures & { readonly lower998: number | null; readonly upper998: number | null },
  benchmark: number | null,
): BenchmarkSide {
  const side = sideOfInterval(area, benchmark)
  const { lower95, upper95, lower998, upper998 } = area
  if (side === null || lower998 === null || upper998 === null) return null
  if (side === 0 || benchmark === null || lower95 === null || upper95 === null) return side
  if (benchmark <= lower95 && benchmark >= lower998) return 1
  if (benchmark >= upper95 && benchmark <= upper998) return -1
  return side === -1 ? -2 : 2
}

/**
 * Similar when the area's and the benchmark's 95 % intervals touch or overlap; else the side of the value. Sterner than a test:
 * intervals can overlap although the values differ.
 *
 * Source: Fingertips technical guidance, 'double overlapping confidence intervals'.
 */
export function sideOfBothIntervals(area: AreaFigures, benchmark: AreaFigures): BenchmarkSide {
  if (area.value === null || area.lower95 === null || area.upper95 === null) return null
  if (benchmark.value === null || benchmark.lower95 === null || benchmark.upper95 === null) return null
  const touch =
    area.value > benchmark.value ? area.lower95 <= benchmark.upper95 : benchmark.lower95 <= area.upper95
  if (touch) return 0
  return area.value < benchmark.value ? -1 : 1
}

/**
 * Similar when the area's proportion lies within the funnel around the benchmark's for its denominator, ends included.
 *
 * Source: Fingertips technical guidance, 'SPC for proportions'. Values are proportions × multiplier.
 */
export function sideOfFunnel(
  value: number | null,
  denominator: number | null,
  benchmark: number | null,
  multiplier = 100,
): BenchmarkSide {
  if (value === null || denominator === null || benchmark === null || !(denominator > 0)) return null
  const { lower, upper } = proportionFunnel(benchmark / multiplier, denominator, FUNNEL_Z)
  const proportion = value / multiplier
  return upper < proportion ? 1 : lower > proportion ? -1 : 0
}
