import { command, permit } from '../access/command.ts'
import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type AnswerGiven, type AnswerProblem, checkAnswer } from '../domain/cycle/answer-checks.ts'
import { answerAsked } from './answer-asked.ts'
import type { Answer, AnswerOrigin } from './answers.ts'
import { earlierFigures } from './earlier-figures.ts'
import { heldCycle } from './held-quarter.ts'
import { type CycleRequest, cycleRequests } from './requests.ts'
import { storeAnswer } from './store-answer.ts'
import { Withheld } from './withheld.ts'

export type AnswerInput = {
  readonly measure: string
  /** The number of the answer that stood when this one was begun; 0 when there was none. */
  readonly seen: number
  readonly given: AnswerGiven
}

export type AnswersInput = {
  /** As in addresses: '2024-25-q1'. */
  readonly quarter: string
  readonly origin: AnswerOrigin
  readonly answers: readonly AnswerInput[]
  /** Somebody has seen what was asked about, and says that it is so. */
  readonly acceptWarnings: boolean
  /** Says what would happen, and keeps nothing. */
  readonly dryRun?: boolean
}

export type AnswersResult = {
  /** All of them, or none. */
  readonly stored: boolean
  readonly problems: readonly (AnswerProblem & { readonly measure: string })[]
  readonly warnings: readonly { readonly measure: string; readonly text: string }[]
  /** Answered by somebody else in the meantime: theirs, to be set beside what was given here. */
  readonly conflicts: readonly Answer[]
}

/**
 * Answers requests of a cycle, all or none. What is wrong, what is asked about and what somebody else has answered meanwhile
 * come back with nothing stored. Throws Forbidden for a measure of another's unit, NotFound for one that is not asked for.
 */
export const answerRequests = (db: Db, actor: Actor, input: AnswersInput): Promise<AnswersResult> =>
  command(db, actor, 'cycle.answer', async (db) => {
    const cycle = await heldCycle(db, input.quarter, 'shared')
    const requests = new Map((await cycleRequests(db, cycle)).map((each) => [each.measure.code, each]))
    const chosen = input.answers.map(({ measure }) => requestOf(requests, measure, cycle.slug))
    for (const { chain } of chosen) permit(actor, 'cycle.answer', { units: chain })
    const earlier = await earlierFigures(db, actor, chosen)
    const problems: AnswersResult['problems'][number][] = []
    const warnings: AnswersResult['warnings'][number][] = []
    const conflicts: Answer[] = []
    const doubled = input.answers.filter(
      ({ measure }, at) => input.answers.findIndex((each) => each.measure === measure) !== at,
    )
    for (const { measure } of doubled)
      problems.push({ measure, field: 'value', text: 'This measure is answered twice. Keep one of the two' })
    const checked = input.answers.map((answer, at) => {
      const request = chosen[at]
      if (request === undefined) throw new Error('Every answer has its request.')
      const found = checkAnswer(answer.given, answerAsked(request, earlier.get(answer.measure) ?? []))
      problems.push(...found.problems.map((problem) => ({ ...problem, measure: answer.measure })))
      warnings.push(...found.warnings.map((text) => ({ text, measure: answer.measure })))
      if (request.answer && request.answer.number !== answer.seen) conflicts.push(request.answer)
      return { answer, found }
    })
    const result = { stored: false, problems, warnings, conflicts }
    const asks = warnings.length > 0 && !input.acceptWarnings
    if (problems.length > 0 || conflicts.length > 0 || asks || input.dryRun) throw new Withheld(result)
    for (const { answer, found } of checked) {
      const kept = await storeAnswer(db, actor, cycle, input.origin, answer, found)
      // Somebody else's answer came between reading and storing: read it, now that it is there, and tell.
      if (!kept) {
        const now = (await cycleRequests(db, cycle)).find(({ measure }) => measure.code === answer.measure)
        throw new Withheld({ ...result, conflicts: now?.answer ? [now.answer] : [] })
      }
    }
    const measures = input.answers.map(({ measure }) => measure)
    return {
      result: { ...result, stored: true },
      event:
        measures.length === 0
          ? null
          : {
              action: 'cycle.answered',
              subject: `cycle/${cycle.slug}`,
              details: { measures, origin: input.origin, doubtsKept: warnings.length },
            },
    }
  }).catch((error: unknown) => {
    if (error instanceof Withheld) return error.result
    throw error
  })

function requestOf(requests: ReadonlyMap<string, CycleRequest>, measure: string, slug: string): CycleRequest {
  const request = requests.get(measure)
  if (request) return request
  throw new NotFound(`Nothing is asked for ${measure} in the cycle ${slug}.`, [
    { text: 'What you owe', href: '/my' },
  ])
}
