import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Lock } from '../domain/measures/published-in.ts'
import { parseQuarter } from '../domain/period-text.ts'

/** The quarters that were locked, earliest first: what they showed is published. */
export async function quarterLocks(db: Db, knownBy: KnownBy = null): Promise<Lock[]> {
  const rows = await db
    .selectFrom('quarter_lock')
    .select(['quarter', 'locked_at', 'illustrative'])
    .where(knownUntil('locked_at', knownBy))
    .orderBy('quarter')
    .execute()
  return rows.flatMap(({ quarter, locked_at, illustrative }) => {
    const parsed = parseQuarter(quarter)
    return parsed.ok ? [{ quarter, period: parsed.value, lockedAt: locked_at, illustrative }] : []
  })
}
