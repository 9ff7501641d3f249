import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import { isMailAddress } from '../domain/messages/mail-text.ts'
import type { Outcome } from '../domain/messages/message-state.ts'
import { nextTry } from '../domain/messages/next-try.ts'
import { plainDetail } from '../domain/messages/plain-detail.ts'
import type { Carried, Carrier } from './carrier.ts'
import { type Claimed, claimNext, cutShort, type Result, recordResult } from './outbox.ts'

export type Sending = {
  readonly db: Db
  readonly authorityId: number
  readonly carrier: Carrier
  readonly now: () => Date
  /** Stops the run after the letter that is on its way. */
  readonly signal?: AbortSignal
}

export type Run = Readonly<Record<Outcome, number>>

/**
 * Sends everything that is due, one letter at a time and each outside any transaction: its attempt is begun and kept
 * before, and its result after. An attempt cut short in between is not made again, unless the carrier can be asked.
 */
export async function sendDue({ db, authorityId, carrier, now, signal }: Sending): Promise<Run> {
  const run = { sent: 0, failed: 0, 'given-up': 0, unclear: 0 }
  const keep = async (result: Result): Promise<void> => {
    await inAuthority(db, authorityId, (db) => recordResult(db, authorityId, result, now()))
    run[result.outcome]++
  }
  for (const attempt of await inAuthority(db, authorityId, (db) => cutShort(db, now())))
    await keep({ ...attempt, ...afterCut(carrier, now()) })
  while (signal?.aborted !== true) {
    const claimed = await inAuthority(db, authorityId, (db) =>
      claimNext(db, authorityId, carrier.name, now()),
    )
    if (claimed === null) break
    const carried = refusal(claimed) ?? (await carry(carrier, claimed))
    await keep(resultOf(claimed, carried, now()))
    if (carried.outcome === 'again' && carried.all) break
  }
  return run
}

function afterCut({ asksFirst }: Carrier, now: Date): Omit<Result, 'messageId' | 'number'> {
  const detail = 'The program was stopped in the middle of this attempt'
  return asksFirst
    ? { outcome: 'failed', detail, carrierReference: null, nextTryAt: now.toISOString() }
    : {
        outcome: 'unclear',
        detail: `${detail}, so the message may have left`,
        carrierReference: null,
        nextTryAt: null,
      }
}

/** Why a message is not even tried. */
function refusal({ accountStatus, to }: Claimed): Carried | null {
  if (accountStatus !== 'active')
    return { outcome: 'refused', detail: `The account is ${accountStatus}, so nothing is sent to it` }
  if (!isMailAddress(to))
    return { outcome: 'refused', detail: 'The account’s address is not one that mail can be sent to' }
  return null
}

async function carry(carrier: Carrier, { to, subject, body, reference, number }: Claimed): Promise<Carried> {
  try {
    return await carrier.carry({ to, subject, body, reference, attempt: number })
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    return { outcome: 'unclear', detail: `The program failed in the middle of this attempt (${name})` }
  }
}

function resultOf({ messageId, number, attempts }: Claimed, carried: Carried, now: Date): Result {
  const about = { messageId, number, carrierReference: null, nextTryAt: null }
  if (carried.outcome === 'sent')
    return { ...about, outcome: 'sent', detail: null, carrierReference: referenceText(carried.reference) }
  const detail = plainDetail(carried.detail)
  if (carried.outcome === 'unclear') return { ...about, outcome: 'unclear', detail }
  const next = carried.outcome === 'refused' ? null : nextTry(attempts, now.toISOString())
  return next === null
    ? { ...about, outcome: 'given-up', detail }
    : { ...about, outcome: 'failed', detail, nextTryAt: next }
}

const referenceText = (said: string | null): string | null => (said === null ? null : plainDetail(said))
