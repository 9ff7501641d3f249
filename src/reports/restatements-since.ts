import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Period } from '../domain/period.ts'
import { type Restatement, restatementsOf } from '../measures/restatements.ts'
import { quarterLocks } from '../organisation/locks.ts'

/** What was restated after the report before this one was published: no other has told of it. */
export type RestatementsSince = {
  readonly restatements: readonly Restatement[]
  /** The last quarter before this one that was locked; null when there is none. */
  readonly since: Period | null
  readonly isAnyLocked: boolean
}

export async function restatementsSince(
  db: Db,
  quarter: Period,
  knownBy: KnownBy = null,
): Promise<RestatementsSince> {
  const locks = await quarterLocks(db, knownBy)
  const before = locks.findLast(({ period }) => period.end <= quarter.start) ?? null
  return {
    restatements: await restatementsOf(db, { after: before?.lockedAt ?? null, knownBy }),
    since: before?.period ?? null,
    isAnyLocked: locks.length > 0,
  }
}
