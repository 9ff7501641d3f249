import { type Band, bandOf, type Score, steps } from './score.ts'

export type HeatCell<Risk> = Score & { readonly band: Band; readonly risks: readonly Risk[] }

export type HeatMap<Risk> = {
  /** The worst impact first, as it is drawn; in each row the likelihoods from rare to almost certain. */
  readonly rows: readonly { readonly impact: number; readonly cells: readonly HeatCell<Risk>[] }[]
  readonly notScored: readonly Risk[]
}

/** Every risk once: in the cell of its score, or beside the map when it has none. */
export function heatMapOf<Risk>(
  risks: readonly Risk[],
  scoreOfRisk: (risk: Risk) => Score | null,
): HeatMap<Risk> {
  const isIn = (risk: Risk, { likelihood, impact }: Score): boolean => {
    const score = scoreOfRisk(risk)
    return score !== null && score.likelihood === likelihood && score.impact === impact
  }
  return {
    rows: steps.toReversed().map((impact) => ({
      impact,
      cells: steps.map((likelihood) => ({
        likelihood,
        impact,
        band: bandOf({ likelihood, impact }),
        risks: risks.filter((risk) => isIn(risk, { likelihood, impact })),
      })),
    })),
    notScored: risks.filter((risk) => scoreOfRisk(risk) === null),
  }
}
