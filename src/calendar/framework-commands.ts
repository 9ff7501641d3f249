import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type FrameworkVersion, frameworkVersions } from './framework-versions.ts'

export type FrameworkInput = Omit<FrameworkVersion, 'number' | 'recordedAt' | 'illustrative'> & {
  /** The version that was the latest when this one was written; nought when there was none. */
  readonly follows: number
}

/** Records a version of the framework, which from then on is announced; gives its number. */
export const recordFrameworkVersion = (db: Db, actor: Actor, input: FrameworkInput): Promise<number> =>
  command(db, actor, 'framework.keep', async (db) => {
    const number = input.follows + 1
    const added = await db
      .insertInto('framework_version')
      .values({
        authority_id: actor.authorityId,
        number,
        title: input.title,
        adopted_on: input.adoptedOn,
        adopted_by: input.adoptedBy,
        effective_from: input.effectiveFrom,
        review_due: input.reviewDue,
        what_changed: input.whatChanged,
        aims: input.aims,
        tiers: input.tiers,
        rules: input.rules,
        source_ref: input.source,
        recorded_by: actor.name,
        illustrative: actor.illustrative === true,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst()
    if (added === undefined)
      throw new Conflict(
        `Version ${number} of the framework was recorded meanwhile. Read it, and record yours after it.`,
      )
    const { adoptedOn, whatChanged } = input
    const event = {
      action: 'framework.revised',
      subject: `framework/${number}`,
      details: { adoptedOn, whatChanged },
    }
    return { result: number, event }
  })

/** Puts the notice of a version away for whoever asks, and keeps that they had it. */
export const noteFrameworkSeen = (
  db: Db,
  actor: Actor,
  { number, now }: { number: number; now: Date },
): Promise<void> =>
  command(db, actor, 'session.own', async (db) => {
    const { accountId } = actor
    const there = (await frameworkVersions(db)).some((version) => version.number === number)
    if (accountId === undefined || !there) return { result: undefined, event: null }
    const added = await db
      .insertInto('framework_seen')
      .values({
        authority_id: actor.authorityId,
        number,
        account_id: accountId,
        seen_at: now.toISOString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst()
    const event = { action: 'framework.notice-seen', subject: `framework/${number}` }
    return { result: undefined, event: added === undefined ? null : event }
  })
