import { firstHour, remind } from '../cycle/reminders.ts'
import type { Db } from '../db/database.ts'
import { type Repeating, repeat } from '../messages/repeat.ts'
import type { Authority } from '../organisation/authority.ts'
import { todayOf } from '../web/site.ts'

const everyMs = 5 * 60_000

/** Makes each day's reminders once, from the morning on. Without an address at which people reach the service it makes none. */
export function keepReminding(
  { db, authority, site, now }: { db: Db; authority: Authority; site: string | null; now: () => Date },
  tell: (words: string) => void,
): Repeating {
  if (site === null) return { stop: async () => {} }
  const actor = { authorityId: authority.id, role: 'operator', name: 'reminders' } as const
  let done = ''
  const work = async (): Promise<void> => {
    const at = now()
    const today = todayOf({ now })
    if (today === done || hourOf(at) < firstHour) return
    const { made } = await remind(db, actor, { today, now: at, site })
    done = today
    if (made > 0) tell(`Reminders of ${today}: ${made}.`)
  }
  return repeat(everyMs, work, (error) => {
    tell(`Reminders could not be made: ${error instanceof Error ? error.name : 'unknown error'}.`)
  })
}

const hourOf = (now: Date): number =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/London').hour
