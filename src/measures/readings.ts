import type { AssuranceIcon, VariationIcon } from '../web/charts/spc-icons.ts'
import type { EvaluatedMeasure } from './evaluations.ts'
import { assuranceWords } from './reading-words.ts'
import { measureRow } from './row.ts'

/** One thing said of a measure, with its icon where it has one. */
export type Reading = {
  readonly term: string
  readonly word: string
  readonly detail: string | null
  readonly variation: VariationIcon | null
  readonly assurance: AssuranceIcon | null
}

/** What is said of a measure, side by side; what cannot be said is left out, except why there is no word about change. */
export function readings(evaluated: EvaluatedMeasure): readonly Reading[] {
  const { measure, evaluation } = evaluated
  const { series } = measure
  if (!evaluation.latest || !series) return []
  const row = measureRow(evaluated)
  const { assurance } = evaluation
  const reading = (
    term: string,
    word: string,
    detail: string | null,
    more: Partial<Reading> = {},
  ): Reading => ({
    term,
    word,
    detail,
    variation: null,
    assurance: null,
    ...more,
  })
  const highIsGood = series.goodDirection !== 'low'
  const care = careWords(evaluation)
  return [
    reading('Target', row.target, null),
    reading('Real change?', row.change.word, care, { variation: row.change.icon }),
    ...(assurance.type === 'not-said'
      ? []
      : [
          reading('At this level, the target', assuranceWords[assurance.type], null, {
            assurance: { assurance: assurance.type, highIsGood },
          }),
        ]),
    ...(row.travel === '' ? [] : [reading('Over a year', row.travel, row.travelChange || null)]),
    ...(row.standing === '' ? [] : [reading('Among similar councils', row.standing, '1st is best')]),
    ...(row.outlook ? [reading('Reaching target', row.outlook.word, row.outlook.detail)] : []),
  ]
}

/** Why a word about change is not said outright. */
function careWords({ change, variation }: EvaluatedMeasure['evaluation']): string | null {
  if (change.isFirm || change.state === 'unknown') return null
  return variation.standing === 'trial'
    ? `on only ${variation.segments.at(-1)?.values ?? 0} figures`
    : 'the figures drift, so this is a rough guide'
}
