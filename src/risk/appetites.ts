import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Appetite } from '../domain/risk/appetite.ts'

export type RecordedAppetite = Appetite & {
  readonly says: string
  readonly decidedBy: string
  readonly illustrative: boolean
}

/** Every appetite that was recorded, by category and then by day. */
export async function riskAppetites(db: Db, knownBy: KnownBy = null): Promise<RecordedAppetite[]> {
  const rows = await db
    .selectFrom('risk_appetite')
    .selectAll()
    .where(knownUntil('at', knownBy))
    .orderBy('category')
    .orderBy('from_day')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    category: row.category,
    from: row.from_day,
    number: row.number,
    most: row.most,
    says: row.says,
    decidedBy: row.decided_by,
    illustrative: row.illustrative,
  }))
}
