import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { Permanence, PressureAmount } from '../../domain/finance/pressure.ts'
import type { Pence } from '../../domain/money.ts'
import type { RevenueMonth } from './queries.ts'

export type Pressure = PressureAmount & {
  readonly serviceName: string
  readonly cause: string | null
  readonly assumption: string | null
  /** Null where nobody has said. */
  readonly permanence: Permanence | null
  /** What it will cost in later years; positive is a cost. Null where nobody has said. */
  readonly laterYears: Pence | null
  readonly laterYearsWords: string | null
  /** Why it is not published; null when it may be. Whoever may not see it does not find the pressure at all. */
  readonly exemptReason: string | null
  readonly source: string
}

/** What lies behind a month's variances, in the order of the paper: as far as this reader may see it. */
export async function pressuresOf(
  db: Db,
  { financialYear, month }: RevenueMonth,
  knownBy: KnownBy = null,
): Promise<Pressure[]> {
  const rows = await db
    .selectFrom('revenue_pressure as p')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'p.authority_id').onRef('s.code', '=', 'p.service_code'),
    )
    .where('p.financial_year', '=', financialYear)
    .where('p.month', '=', month)
    .where(knownUntil('p.recorded_at', knownBy))
    .selectAll('p')
    .select('s.name')
    .orderBy('p.position')
    .execute()
  return rows.map((row) => ({
    position: row.position,
    service: row.service_code,
    serviceName: row.name,
    partOf: row.part_of,
    title: row.title,
    amount: BigInt(row.amount_pence),
    cause: row.cause,
    assumption: row.assumption,
    permanence: row.permanence,
    laterYears: row.later_years_pence === null ? null : BigInt(row.later_years_pence),
    laterYearsWords: row.later_years,
    exemptReason: row.exempt_reason,
    source: row.source_ref,
  }))
}
