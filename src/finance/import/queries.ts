import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { HeldLine } from '../../domain/finance/import/against-held.ts'

export type FinanceService = { readonly code: string; readonly name: string; readonly kind: string }

/** What money may be of, in the order of the council’s own statement. */
export const financeServices = (db: Db): Promise<FinanceService[]> =>
  db.selectFrom('service').select(['code', 'name', 'kind']).orderBy('position').orderBy('code').execute()

/** Each cost centre with the service it was last said to belong to. */
export async function costCentres(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('cost_centre_service')
    .distinctOn('cost_centre')
    .select(['cost_centre', 'service_code'])
    .orderBy('cost_centre')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.cost_centre, row.service_code]))
}

/** Budget and forecast of each service as they are held for each month of a financial year. */
export async function heldLines(db: Db, financialYear: string): Promise<HeldLine[]> {
  const rows = await db
    .selectFrom('revenue_line as l')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'l.authority_id').onRef('s.code', '=', 'l.service_code'),
    )
    .distinctOn(['l.month', 'l.service_code'])
    .select(['l.month', 'l.service_code', 's.name', 'l.budget_pence', 'l.forecast_pence'])
    .where('l.financial_year', '=', financialYear)
    .orderBy('l.month')
    .orderBy('l.service_code')
    .orderBy('l.revision', 'desc')
    .execute()
  return rows.map((row) => ({
    month: row.month,
    service: row.service_code,
    name: row.name,
    budget: BigInt(row.budget_pence),
    forecast: BigInt(row.forecast_pence),
  }))
}

export type FinanceImportMade = {
  readonly kind: string
  readonly subject: string
  readonly file: string
  readonly shape: string
  readonly unit: string
  readonly lines: number
  readonly accepted: number
  readonly reason: string | null
  readonly by: string
  readonly at: string
}

/** The finance files stored last, latest first. */
export async function financeImports(db: Db, most: number): Promise<FinanceImportMade[]> {
  const rows = await db
    .selectFrom('finance_import')
    .select([
      'kind',
      'subject',
      'file_name',
      'shape',
      'unit',
      'lines',
      'reason',
      'recorded_by',
      'recorded_at',
    ])
    .select(sql<number>`jsonb_array_length(accepted)`.as('asked'))
    .orderBy('recorded_at', 'desc')
    .orderBy('subject')
    .limit(most)
    .execute()
  return rows.map(({ file_name: file, asked, recorded_by: by, recorded_at: at, ...row }) => ({
    ...row,
    file,
    accepted: Number(asked),
    by,
    at,
  }))
}
