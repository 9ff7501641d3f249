import type { EvaluatedMeasure } from '../measures/evaluations.ts'

/** How many measures are judged on a figure that exists only to show the product. */
export const illustrativeCount = (measures: readonly EvaluatedMeasure[]): number =>
  measures.filter(({ evaluation }) => evaluation.latest?.illustrative === true).length
