import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { lockingOf, whyNotLock } from '../domain/cycle/locking.ts'
import { heldCycle } from './held-quarter.ts'
import { cycleRequests } from './requests.ts'
import { storeLockedFigures } from './store-locked-figures.ts'

export type LockInput = { readonly quarter: string; readonly gapsReason: string | null }

/**
 * Locks a quarter: its assured figures become observations, and from now on a change to what it shows is a restatement.
 * Throws Conflict when an answer is still on the way, or figures are missing and no reason says why.
 */
export const lockQuarter = (
  db: Db,
  actor: Actor,
  { quarter, gapsReason }: LockInput,
): Promise<{ figures: number }> =>
  command(db, actor, 'cycle.lock', async (db) => {
    const cycle = await heldCycle(db, quarter, 'alone')
    const requests = await cycleRequests(db, cycle)
    const locking = lockingOf(requests.map(({ measure, state }) => ({ measure: measure.code, state })))
    const reason = gapsReason?.trim() || null
    const whyNot = whyNotLock(locking, reason)
    if (whyNot !== null) throw new Conflict(whyNot)
    const figures = await storeLockedFigures(db, actor, cycle, requests)
    await db
      .insertInto('quarter_lock')
      .values({
        authority_id: actor.authorityId,
        quarter: cycle.slug,
        locked_by: actor.name,
        gaps_reason: locking.gaps.length > 0 ? reason : null,
        illustrative: cycle.illustrative,
      })
      .execute()
    const details = { figures, gaps: locking.gaps, reason: locking.gaps.length > 0 ? reason : null }
    return { result: { figures }, event: { action: 'cycle.locked', subject: `cycle/${cycle.slug}`, details } }
  })
