import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type MeasureFacts, measureFacts } from '../measures/measure-facts.ts'
import { authorityOf } from '../organisation/authority.ts'
import { type Answer, answersOf, type DecisionMade, decisionsOf } from './answers.ts'
import { type BoardFacts, boardFacts } from './board-facts.ts'
import { type EarlierFigure, earlierFigures } from './earlier-figures.ts'
import { remarksOf } from './remarks-of.ts'
import type { CycleRequest } from './requests.ts'

export type ReviewFacts = {
  readonly board: BoardFacts
  readonly request: CycleRequest
  readonly earlier: readonly EarlierFigure[]
  readonly remarks: readonly string[]
  /** Everything that was answered and decided, oldest first. */
  readonly answers: readonly Answer[]
  readonly decisions: readonly DecisionMade[]
  /** The measure as it stood at the end of the quarter, for its chart. */
  readonly measure: MeasureFacts
}

/** Everything that whoever decides on one answer looks at. */
export async function reviewFacts(db: Db, actor: Actor, slug: string, code: string): Promise<ReviewFacts> {
  const board = await boardFacts(db, slug)
  const { cycle, requests } = board
  const request = requests.find(({ measure }) => measure.code === code.toLowerCase())
  if (request === undefined)
    throw new NotFound(`Nothing is asked for ${code} in this cycle.`, [
      { text: 'Every request of the cycle', href: `/cycles/${cycle.slug}/requests` },
    ])
  const own = request.measure.code
  return {
    board,
    request,
    earlier: (await earlierFigures(db, actor, [request])).get(own) ?? [],
    remarks: (await remarksOf(db, actor, cycle.slug, [request])).get(own) ?? [],
    answers: await answersOf(db, cycle.slug, own),
    decisions: await decisionsOf(db, cycle.slug, own),
    measure: await measureFacts(db, await authorityOf(db, actor), cycle.quarter, own),
  }
}
