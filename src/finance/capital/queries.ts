import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type CapitalProgramme, capitalProgramme } from '../../domain/finance/capital.ts'
import { type Reconciliation, reconcile } from '../../domain/finance/reconcile.ts'
import type { Pence } from '../../domain/money.ts'
import { controlTotals, type HeldControlTotal } from '../control-totals.ts'

export type CapitalView = {
  /** The programme as the meeting of this month saw it: '2024-07'. */
  readonly programme: string
  readonly capital: CapitalProgramme
  /** The whole programme's printed totals. */
  readonly totals: readonly Reconciliation[]
  /** Each service's printed totals, by which a difference in the whole can be placed. */
  readonly byService: readonly Reconciliation[]
  readonly source: string
}

/** The programmes held, latest first. */
export async function capitalProgrammes(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('capital_budget')
    .select('programme')
    .distinct()
    .orderBy('programme', 'desc')
    .execute()
  return rows.map(({ programme }) => programme)
}

/** A capital programme with every total computed from its schemes, and the printed totals held against them. */
export async function capitalView(db: Db, programme: string): Promise<CapitalView> {
  const rows = await db
    .selectFrom('capital_budget as b')
    .innerJoin('capital_scheme as c', (join) =>
      join.onRef('c.authority_id', '=', 'b.authority_id').onRef('c.code', '=', 'b.scheme_code'),
    )
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'c.authority_id').onRef('s.code', '=', 'c.service_code'),
    )
    .where('b.programme', '=', programme)
    .select([
      'c.code',
      'c.title',
      'c.source_ref',
      's.code as service',
      's.name',
      'b.financial_year',
      'b.amount_pence',
    ])
    .orderBy('c.position')
    .orderBy('b.financial_year')
    .execute()
  if (rows.length === 0) throw new NotFound(`No capital programme '${programme}' is held.`)
  const schemes = [...Map.groupBy(rows, ({ code }) => code)].map(([code, budgets]) => ({
    code,
    title: budgets[0]?.title ?? code,
    service: budgets[0]?.service ?? '',
    serviceName: budgets[0]?.name ?? '',
    budget: Object.fromEntries(budgets.map((row) => [row.financial_year, BigInt(row.amount_pence)])),
  }))
  const capital = capitalProgramme(schemes)
  const services = new Map(capital.services.map((group) => [group.service, group.total]))
  const held = await controlTotals(db, `capital/${programme}`)
  const against = (
    controls: readonly HeldControlTotal[],
    totalOf: (line: string) => Readonly<Record<string, Pence>>,
  ) => controls.map(({ line, quantity, ...control }) => reconcile(control, totalOf(line)[quantity] ?? 0n))
  return {
    programme,
    capital,
    totals: against(
      held.filter(({ line }) => line === 'total'),
      () => capital.total,
    ),
    byService: against(
      held.filter(({ line }) => line !== 'total'),
      (line) => services.get(line) ?? {},
    ),
    source: rows[0]?.source_ref ?? '',
  }
}
