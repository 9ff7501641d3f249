import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { remarksOn } from '../domain/cycle/remarks.ts'
import { englishDay } from '../domain/english-day.ts'
import { cycleFor } from './cycles.ts'
import { earlierFigures } from './earlier-figures.ts'
import { ragOf } from './rag-of.ts'
import type { CycleRequest } from './requests.ts'

/** Why each answered request is to be looked at by itself, by measure; an empty list where it is unremarkable. */
export async function remarksOf(
  db: Db,
  actor: Actor,
  quarter: string,
  requests: readonly CycleRequest[],
): Promise<Map<string, string[]>> {
  const cycle = await cycleFor(db, quarter)
  const earlier = await earlierFigures(db, actor, requests)
  const rags = await ragOf(db, requests, earlier)
  return new Map(
    requests.flatMap(({ measure, asks, answer, wasSentBack }) => {
      if (answer === null) return []
      const figures = (earlier.get(measure.code) ?? []).map(({ value }) => value)
      const value =
        asks === 'words' ? figures.at(-1) : answer.value === null ? undefined : Number(answer.value)
      const before = asks === 'words' ? figures.at(-2) : figures.at(-1)
      const direction = measure.series?.goodDirection ?? measure.goodDirection
      return [
        [
          measure.code,
          remarksOn({
            cannotSupply: answer.given.cannotSupply !== '',
            status: asks === 'words' || answer.value === null ? null : (answer.given.status as 'final'),
            doubts: answer.doubts,
            wasSentBack,
            late: englishDay(answer.at) > cycle.due.entry,
            rag: rags.get(measure.code) ?? null,
            worse:
              value !== undefined &&
              before !== undefined &&
              ((direction === 'high' && value < before) || (direction === 'low' && value > before)),
          }),
        ],
      ]
    }),
  )
}
