import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'

export type Retirement = {
  /** The first day on which the measure is no longer in the register. */
  readonly from: string
  readonly reason: string
  /** The measure that takes its place. */
  readonly replacedBy: string | null
}

/** The measures that were retired, as far as was known by then. */
export async function retirementsOf(db: Db, knownBy: KnownBy = null): Promise<Map<string, Retirement>> {
  const rows = await db
    .selectFrom('measure_retirement')
    .select(['measure_code', 'from_day', 'reason', 'replaced_by'])
    .where(knownUntil('recorded_at', knownBy))
    .execute()
  return new Map(
    rows.map((row) => [
      row.measure_code,
      { from: row.from_day, reason: row.reason, replacedBy: row.replaced_by },
    ]),
  )
}
