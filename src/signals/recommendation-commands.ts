import { command } from '../access/command.ts'
import { Conflict, Forbidden, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Progress, type Response, whyNotRespond } from '../domain/signals/recommendation.ts'
import { forumsOf } from './queries.ts'
import { recommendationFor } from './recommendations.ts'

export type RecommendationInput = {
  readonly forum: string
  readonly madeOn: string
  readonly words: string
  /** What was heard: papers, officers, experts, residents. */
  readonly evidence: string
  /** Cabinet, a committee, Council or a partner. */
  readonly addressedTo: string
}

/** Records what a forum recommends, with the evidence it heard; gives its number. */
export const makeRecommendation = (db: Db, actor: Actor, input: RecommendationInput): Promise<number> =>
  command(db, actor, 'recommendation.make', async (db) => {
    const { forum, madeOn, words, evidence, addressedTo } = input
    if (!(await forumsOf(db)).some(({ code }) => code === forum))
      throw new NotFound('There is no such forum. Choose one of the list.')
    const { id } = await db
      .insertInto('recommendation')
      .values({
        authority_id: actor.authorityId,
        forum_code: forum,
        made_on: madeOn,
        words,
        evidence,
        addressed_to: addressedTo,
        ...doneBy(actor, false),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const details = { forum, madeOn, addressedTo }
    return { result: id, event: { action: 'recommendation.made', subject: `recommendation/${id}`, details } }
  })

export type RespondInput = {
  readonly id: number
  readonly seen: number
  readonly response: Response
  readonly action: string
  readonly byWhen: string | null
}

/** The executive's response. A later one takes the place of the one before, which stays to be read. */
export const respondToRecommendation = (db: Db, actor: Actor, input: RespondInput): Promise<void> =>
  command(db, actor, 'recommendation.respond', async (db) => {
    const { id, seen, response, action, byWhen } = input
    const { responses, by, illustrative } = await locked(db, id)
    const reason = whyNotRespond({ accountId: actor.accountId ?? null, name: actor.name }, by)
    if (reason !== null) throw new Forbidden(reason)
    if (responses.length !== seen)
      throw new Conflict(`Another response was given meanwhile, by ${responses.at(-1)?.by.name}.`)
    await db
      .insertInto('recommendation_response')
      .values({
        ...keyOf(actor, id, seen),
        response,
        action,
        by_when: byWhen,
        ...doneBy(actor, illustrative),
      })
      .execute()
    const event = {
      action: 'recommendation.answered',
      subject: `recommendation/${id}`,
      details: { response, byWhen },
    }
    return { result: undefined, event }
  })

export type ProgressInput = {
  readonly id: number
  readonly seen: number
  readonly progress: Progress
  readonly words: string
}

/** How far what was accepted has come. */
export const reportProgress = (db: Db, actor: Actor, input: ProgressInput): Promise<void> =>
  command(db, actor, 'recommendation.progress', async (db) => {
    const { id, seen, progress, words } = input
    const held = await locked(db, id)
    const response = held.responses.at(-1)
    if (response === undefined || response.response === 'not-accepted')
      throw new Conflict('Nothing of it has been accepted, so there is no progress to tell of.')
    if (held.progress.length !== seen)
      throw new Conflict(`Progress was told of meanwhile, by ${held.progress.at(-1)?.by.name}.`)
    await db
      .insertInto('recommendation_progress')
      .values({ ...keyOf(actor, id, seen), progress, words, ...doneBy(actor, held.illustrative) })
      .execute()
    const event = {
      action: 'recommendation.progressed',
      subject: `recommendation/${id}`,
      details: { progress },
    }
    return { result: undefined, event }
  })

async function locked(db: Db, id: number) {
  await hold(db, `recommendation ${id}`)
  return recommendationFor(db, id)
}

const keyOf = ({ authorityId }: Actor, id: number, before: number) => ({
  authority_id: authorityId,
  recommendation_id: id,
  number: before + 1,
})

const doneBy = (actor: Actor, illustrative: boolean) => ({
  by_name: actor.name,
  by_role: actor.role,
  by_account_id: actor.accountId ?? null,
  illustrative: actor.illustrative === true || illustrative,
})
