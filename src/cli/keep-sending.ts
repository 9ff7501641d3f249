import type { Db } from '../db/database.ts'
import type { Carrier } from '../messages/carrier.ts'
import { type Repeating, repeat } from '../messages/repeat.ts'
import { sendDue } from '../messages/send-due.ts'

const everyMs = 60_000

/** Sends what is due every minute while the program serves. Only counts are told: who was written to is in the outbox. */
export function keepSending(
  { db, authorityId, carrier }: { db: Db; authorityId: number; carrier: Carrier | null },
  tell: (words: string) => void,
): Repeating {
  if (carrier === null) return { stop: async () => {} }
  const work = async (signal: AbortSignal): Promise<void> => {
    const run = await sendDue({ db, authorityId, carrier, now: () => new Date(), signal })
    const { sent, failed, unclear } = run
    if (sent + failed + run['given-up'] + unclear > 0)
      tell(
        `Messages: ${sent} sent, ${failed} to be tried again, ${run['given-up']} given up, ${unclear} unclear.`,
      )
  }
  return repeat(everyMs, work, (error) => {
    // Without the message, which may quote what it was about.
    tell(
      `Messages could not be sent: ${error instanceof Error ? error.name : 'unknown error'}. See /messages.`,
    )
  })
}
