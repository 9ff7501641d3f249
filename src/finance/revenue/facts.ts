import type { Db } from '../../db/database.ts'
import type { PrintedFact } from '../../domain/finance/revenue-facts.ts'
import type { RevenueMonth } from './queries.ts'

export type RevenueFact = PrintedFact & {
  readonly serviceName: string | null
  readonly period: string
  readonly source: string
}

/** What a paper says beside its statement of a month, as it printed it. */
export async function revenueFacts(db: Db, { financialYear, month }: RevenueMonth): Promise<RevenueFact[]> {
  const rows = await db
    .selectFrom('revenue_fact as f')
    .leftJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'f.authority_id').onRef('s.code', '=', 'f.service_code'),
    )
    .where('f.financial_year', '=', financialYear)
    .where('f.month', '=', month)
    .selectAll('f')
    .select('s.name as service_name')
    .orderBy('f.position')
    .execute()
  return rows.map((row) => ({
    service: row.service_code,
    serviceName: row.service_name,
    title: row.title,
    value: row.value,
    unit: row.unit,
    period: row.period,
    source: row.source_ref,
  }))
}
