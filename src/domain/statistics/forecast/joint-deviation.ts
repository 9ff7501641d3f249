import type { Outlook } from './outlook.ts'

/**
 * Standard deviation of a weighted sum of future values, whose errors go together: a level that is missed in April is
 * still missed in March.
 *
 * Method: covariances of exponential smoothing with alpha² = growth (Hyndman, Koehler, Ord & Snyder, 2008, Forecasting
 * with Exponential Smoothing, section 6.3), plus a drift error shared by all steps; they are used as correlations of the
 * outlook's own deviations. Units: those of the values × weights. No weights: 0.
 */
export function jointDeviation(outlook: Outlook, weights: readonly number[]): number {
  let variance = 0
  for (let i = 0; i < weights.length; i++) {
    const one = (weights[i] as number) * (outlook.deviation[i] as number)
    variance += one * one
    for (let j = i + 1; j < weights.length; j++) {
      const other = (weights[j] as number) * (outlook.deviation[j] as number)
      variance += 2 * one * other * correlation(outlook, i, j)
    }
  }
  return Math.sqrt(Math.max(0, variance))
}

function correlation({ growth, drift, stepsSkipped }: Outlook, earlier: number, later: number): number {
  const i = stepsSkipped + earlier
  const j = stepsSkipped + later
  const shared = Math.sqrt(growth) + growth * i + drift * i * j
  const spread = (h: number) => 1 + growth * h + drift * h * h
  return Math.min(1, shared / Math.sqrt(spread(i) * spread(j)))
}
