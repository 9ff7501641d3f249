import { type Refused, refused } from '../refused.ts'
import { jointDeviation } from './joint-deviation.ts'
import type { Outlook } from './outlook.ts'
import type { Prediction } from './predictive-distribution.ts'

/**
 * How the values still to come make the value of the whole period, and what is already known of it.
 * `steps` is how many forecasts belong to the period; without it, all of them.
 */
export type Ending =
  | { readonly kind: 'latest'; readonly steps?: number }
  | { readonly kind: 'sum'; readonly soFar: number; readonly steps?: number }
  | { readonly kind: 'mean'; readonly sumSoFar: number; readonly countSoFar: number; readonly steps?: number }
  | {
      readonly kind: 'ratio'
      readonly numeratorSoFar: number
      readonly denominatorSoFar: number
      /** Expected denominators of the periods to come. */
      readonly denominators: readonly number[]
      /** What the values are out of: 100 for percentages, 1 for proportions. */
      readonly per: number
    }

/**
 * What is expected of the whole period: a weighted sum of the values to come, on top of what is known.
 *
 * Method: the centre of a sum is the sum of the centres; its deviation allows for errors that carry over from step to
 * step (see `jointDeviation`). A ratio is that of the sums, numerators over denominators, never a mean of percentages.
 * Units: those of the values. No step to come, more steps than were forecast, or no denominator: refused.
 */
export function periodEnd(outlook: Outlook, ending: Ending): Prediction | Refused {
  const steps = ending.kind === 'ratio' ? ending.denominators.length : (ending.steps ?? outlook.mean.length)
  if (!Number.isInteger(steps) || steps < 1) return refused('no period is left to forecast')
  if (steps > outlook.mean.length)
    return refused(`${steps} periods are asked for and ${outlook.mean.length} were forecast`)
  const parts = partsOf(ending, steps)
  if (![parts.known, ...parts.weights].every(Number.isFinite) || parts.weights.some((weight) => weight < 0)) {
    return refused('what is known of the period so far is not a number, or its denominators are not positive')
  }
  let centre = parts.known
  let weightSum = 0
  for (let h = 0; h < steps; h++) {
    centre += (parts.weights[h] as number) * (outlook.mean[h] as number)
    weightSum += parts.weights[h] as number
  }
  const bound = (limit: number | null, none: number) =>
    limit === null ? none : parts.known + weightSum * limit
  return {
    centre,
    deviation: jointDeviation(outlook, parts.weights),
    freedom: outlook.freedom,
    lower: bound(outlook.lowerBound, Number.NEGATIVE_INFINITY),
    upper: bound(outlook.upperBound, Number.POSITIVE_INFINITY),
  }
}

function partsOf(ending: Ending, steps: number): { known: number; weights: number[] } {
  switch (ending.kind) {
    case 'latest':
      return { known: 0, weights: [...new Array<number>(steps - 1).fill(0), 1] }
    case 'sum':
      return { known: ending.soFar, weights: new Array<number>(steps).fill(1) }
    case 'mean': {
      const count = ending.countSoFar + steps
      return { known: ending.sumSoFar / count, weights: new Array<number>(steps).fill(1 / count) }
    }
    case 'ratio': {
      const total = ending.denominators.reduce((sum, one) => sum + one, ending.denominatorSoFar)
      return {
        known: (ending.per * ending.numeratorSoFar) / total,
        weights: ending.denominators.map((one) => one / total),
      }
    }
    default:
      return ending satisfies never
  }
}
