import { normalQuantile } from './normal-quantile.ts'

/** The two levels public health reports: about two and about three standard deviations (Fingertips technical guidance). */
export const CONFIDENCE_95 = 0.95
export const CONFIDENCE_998 = 0.998

/** Standard deviations either side of the middle that hold a share `confidence` of a normal distribution. */
export function zOf(confidence: number): number {
  return normalQuantile((1 + confidence) / 2)
}

export function confidenceFault(confidence: number): string | null {
  return confidence > 0 && confidence < 1
    ? null
    : `the confidence level is ${confidence}; give a share between 0 and 1, such as 0.95`
}
