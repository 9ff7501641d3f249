import type { Db } from '../db/database.ts'
import { periodText } from '../domain/period-text.ts'
import { type AnswerLine, answerLines } from './answer-lines.ts'
import { answersOf } from './answers.ts'
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

/** What was said of a measure in the latest of these cycles that has an answer to it; null when none has. */
export async function earlierWords(
  db: Db,
  request: Pick<CycleRequest, 'measure'>,
  before: readonly Cycle[],
): Promise<EarlierWords | null> {
  for (const { slug, quarter } of before.slice(0, mostCycles)) {
    const answer = (await answersOf(db, slug, request.measure.code)).at(-1)
    if (answer)
      return {
        quarter: periodText(quarter),
        by: answer.by.name,
        illustrative: answer.illustrative,
        lines: answerLines({ ...request, asks: 'words' }, answer),
      }
  }
  return null
}
