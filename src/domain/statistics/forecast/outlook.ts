import { normalQuantile } from '../normal-quantile.ts'
import { type Prediction, predictiveValue } from './predictive-distribution.ts'

/** The ends of an 80 % and a 95 % interval, in standard deviations of a normal distribution. */
export const Z80 = normalQuantile(0.9)
export const Z95 = normalQuantile(0.975)

/** A forecast as a joint distribution of the next values: plain data, so it can be stored and asked again. */
export interface Outlook {
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
  /** How errors are shared between steps: see ErrorSpread. */
  readonly growth: number
  readonly drift: number
  /** Periods between the last value and the first of `mean`. */
  readonly stepsSkipped: number
  readonly freedom: number
  readonly lowerBound: number | null
  readonly upperBound: number | null
  readonly wholeNumbers: boolean
  readonly points: number
}

/**
 * The value at `step` (0 is the first) that is exceeded with probability 1 − `probability`.
 *
 * Method: see `predictiveValue`. Units: those of the values. A step beyond the horizon, or a probability outside 0 to 1: NaN.
 */
export function outlookQuantile(outlook: Outlook, step: number, probability: number): number {
  const z = normalQuantile(probability)
  if (Number.isNaN(z) || outlook.mean[step] === undefined) return Number.NaN
  // An infinite deviate times no weight would be no number; 39 is beyond any tail that a double can hold.
  return outlookLimit(outlook, step, Math.min(39, Math.max(-39, z)))
}

/** The same by standard normal deviate; a count's limit is the nearest whole number. */
export function outlookLimit(outlook: Outlook, step: number, z: number): number {
  const prediction = predictionAt(outlook, step)
  const value = predictiveValue(prediction, z)
  if (!outlook.wholeNumbers) return value
  return Math.max(Math.ceil(prediction.lower), Math.min(Math.floor(prediction.upper), Math.round(value)))
}

function predictionAt(outlook: Outlook, step: number): Prediction {
  return {
    centre: outlook.mean[step] as number,
    deviation: outlook.deviation[step] as number,
    freedom: outlook.freedom,
    lower: outlook.lowerBound ?? Number.NEGATIVE_INFINITY,
    upper: outlook.upperBound ?? Number.POSITIVE_INFINITY,
  }
}
