import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { Approval } from '../../domain/finance/capital-approval.ts'
import type { ChangeKind } from '../../domain/finance/capital-changes.ts'
import type { Pence } from '../../domain/money.ts'

export type HeldChange = {
  readonly number: number
  /** Printed in the paper, and in the programme's budgets already; otherwise recorded since. */
  readonly printed: boolean
  readonly kind: ChangeKind
  readonly service: string
  readonly serviceName: string
  readonly scheme: string | null
  readonly title: string
  readonly toScheme: string | null
  readonly toTitle: string | null
  readonly toServiceName: string | null
  readonly amount: Pence | null
  readonly fromYear: string | null
  readonly toYear: string | null
  readonly partOf: number | null
  readonly funding: string | null
  readonly approval: Approval
  readonly note: string | null
  readonly estimate: number | null
  readonly by: string | null
  readonly source: string
  readonly illustrative: boolean
}

/** The changes to a programme: those the paper printed in its order, then those recorded since. */
export async function capitalChanges(
  db: Db,
  programme: string,
  knownBy: KnownBy = null,
): Promise<HeldChange[]> {
  const rows = await db
    .selectFrom('capital_change as c')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'c.authority_id').onRef('s.code', '=', 'c.service_code'),
    )
    .leftJoin('service as ts', (join) =>
      join.onRef('ts.authority_id', '=', 'c.authority_id').onRef('ts.code', '=', 'c.to_service_code'),
    )
    .leftJoin('capital_scheme as t', (join) =>
      join.onRef('t.authority_id', '=', 'c.authority_id').onRef('t.code', '=', 'c.to_scheme_code'),
    )
    .selectAll('c')
    .select(['s.name as service_name', 't.title as to_title', 'ts.name as to_service_name'])
    .where('c.programme', '=', programme)
    .where(knownUntil('c.at', knownBy))
    .orderBy('c.printed', 'desc')
    .orderBy('c.number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    printed: row.printed,
    kind: row.kind,
    service: row.service_code,
    serviceName: row.service_name,
    scheme: row.scheme_code,
    title: row.title,
    toScheme: row.to_scheme_code,
    toTitle: row.to_title,
    toServiceName: row.to_service_name,
    amount: row.amount_pence === null ? null : BigInt(row.amount_pence),
    fromYear: row.from_year,
    toYear: row.to_year,
    partOf: row.part_of,
    funding: row.funding,
    approval: { route: row.approval_route, body: row.approval_body, when: row.approved_when },
    note: row.note,
    estimate: row.estimate_id,
    by: row.printed ? null : row.by_name,
    source: row.source_ref ?? '',
    illustrative: row.illustrative,
  }))
}
