import type { Db } from '../db/database.ts'
import { type RagStatus, rag } from '../domain/evaluation/rag.ts'
import { targetFor } from '../domain/measures/target.ts'
import { targetsByMeasure } from '../measures/evaluations.ts'
import type { EarlierFigure } from './earlier-figures.ts'
import type { CycleRequest } from './requests.ts'

export type Judged = Exclude<RagStatus, 'grey'>

/** Where each answered figure stands to its target; measures that nothing judges are left out. */
export async function ragOf(
  db: Db,
  requests: readonly CycleRequest[],
  earlier: ReadonlyMap<string, readonly EarlierFigure[]>,
): Promise<Map<string, Judged>> {
  const targets = await targetsByMeasure(db)
  return new Map(
    requests.flatMap(({ measure, asks, period, answer }) => {
      const held = earlier.get(measure.code)?.at(-1)?.value ?? null
      const { status } = rag({
        value: asks === 'words' ? held : answer?.value == null ? null : Number(answer.value),
        target: targetFor(targets.get(measure.code) ?? [], period),
        goodDirection: measure.goodDirection,
        contextual: measure.informationType === 'contextual-indicator',
        unit: measure.unit,
      })
      return status === 'grey' ? [] : [[measure.code, status]]
    }),
  )
}
