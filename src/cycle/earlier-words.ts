import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { requestState } from '../domain/cycle/request-state.ts'
import { seesAnswer } from '../domain/cycle/who-sees.ts'
import { periodText } from '../domain/period-text.ts'
import { type AnswerLine, answerLines } from './answer-lines.ts'
import { answersOf, decisionsOf } from './answers.ts'
import type { Cycle } from './cycles.ts'
import type { CycleRequest } from './requests.ts'

export type EarlierWords = {
  readonly quarter: string
  readonly by: string
  readonly illustrative: boolean
  readonly lines: readonly AnswerLine[]
}

/** Older words than these help nobody to write new ones. */
const mostCycles = 4

/** What was said of a measure in the latest of these cycles that has an answer the actor may read; null when none has. */
export async function earlierWords(
  db: Db,
  actor: Actor,
  request: Pick<CycleRequest, 'measure' | 'chain'>,
  before: readonly Cycle[],
): Promise<EarlierWords | null> {
  for (const { slug, quarter } of before.slice(0, mostCycles)) {
    const answer = (await answersOf(db, slug, request.measure.code)).at(-1)
    if (answer === undefined) continue
    const decisions = (await decisionsOf(db, slug, request.measure.code)).filter(
      ({ answerNumber }) => answerNumber === answer.number,
    )
    const state = requestState(true, decisions)
    if (seesAnswer(actor, { state, chain: request.chain, givenBy: answer.by }))
      return {
        quarter: periodText(quarter),
        by: answer.by.name,
        illustrative: answer.illustrative,
        lines: answerLines({ ...request, asks: 'words' }, answer),
      }
  }
  return null
}
