import { CONFIDENCE_95, confidenceFault } from './confidence.ts'

/** A value with the limits between which the underlying one plausibly lies; null where the method gives no limit. */
export interface Interval {
  readonly ok: true
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
  readonly method: 'wilson' | 'byar' | 'exact-poisson' | 'student-t'
}

export interface IntervalOptions {
  readonly confidence?: number
  /** What the answer is expressed per: 1 a proportion, 100 a percentage, 100000 a rate per 100,000. */
  readonly multiplier?: number
}

/** Parallel arrays of the same, NaN where a row was refused or has no limit. */
export interface Intervals {
  readonly value: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** What is wrong with the confidence or the multiplier, or null. */
export function optionsFault({ confidence = CONFIDENCE_95, multiplier = 1 }: IntervalOptions): string | null {
  if (!(multiplier > 0 && Number.isFinite(multiplier)))
    return `the multiplier is ${multiplier}; give a positive number`
  return confidenceFault(confidence)
}

/** What is wrong with a numerator over a denominator, or null. */
export function ratioFault(numerator: number, denominator: number): string | null {
  if (!(numerator >= 0 && Number.isFinite(numerator)))
    return `the numerator is ${numerator}; give a count of nought or more`
  if (!(denominator > 0 && Number.isFinite(denominator)))
    return `the denominator is ${denominator}; give a number above nought`
  return null
}

export function emptyIntervals(rows: number): Intervals {
  return { value: new Float64Array(rows), lower: new Float64Array(rows), upper: new Float64Array(rows) }
}
