import type { Evaluation } from '../../domain/evaluation/evaluate.ts'
import type { PictureMeasure } from '../../domain/picture/parts.ts'
import type { EvaluatedMeasure } from '../../measures/evaluations.ts'

/** A measure as money and risk are held against it. */
export function pictureMeasure({ measure, evaluation }: EvaluatedMeasure): PictureMeasure {
  return {
    code: measure.code,
    title: measure.title,
    position: evaluation.position,
    movement: movementOf(evaluation),
    says: evaluation.overYear.says,
    illustrative: evaluation.latest?.illustrative === true,
  }
}

/** The chart's word counts before a year's difference, which counts unless the chart says it is no more than usual. */
function movementOf({ change, overYear }: Evaluation): PictureMeasure['movement'] {
  if (change.state === 'better' || change.state === 'worse') return change.state
  const { direction, isReal } = overYear
  if (isReal !== false && (direction === 'better' || direction === 'worse')) return direction
  return direction === 'not-said' || direction === 'higher' || direction === 'lower' ? 'not-said' : 'same'
}
