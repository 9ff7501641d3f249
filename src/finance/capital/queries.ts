import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { KnownBy } from '../../db/known-by.ts'
import { type CapitalProgramme, type CapitalScheme, capitalProgramme } from '../../domain/finance/capital.ts'
import { adjusted } from '../../domain/finance/capital-changes.ts'
import { type Reconciliation, reconcile } from '../../domain/finance/reconcile.ts'
import type { Pence } from '../../domain/money.ts'
import { controlTotals, type HeldControlTotal } from '../control-totals.ts'
import { adjustmentsSince } from './adjustments.ts'
import { exemptThings, isWithheld } from './exemptions.ts'

export type CapitalView = {
  /** The programme as the meeting of this month saw it: '2024-07'. */
  readonly programme: string
  /** The programme now: as the meeting saw it, and every change recorded since. */
  readonly capital: CapitalProgramme
  readonly asOfMeeting: CapitalProgramme
  /** The schemes exempt from publication, among those shown to this reader. */
  readonly exempt: ReadonlySet<string>
  /** Something may be left out for this reader: then no total is held against a printed one. */
  readonly withheld: boolean
  /** The whole programme's printed totals, held against the programme as the meeting saw it. */
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
export async function capitalView(db: Db, programme: string, knownBy: KnownBy = null): Promise<CapitalView> {
  const budgets = await db
    .selectFrom('capital_budget')
    .select(['scheme_code', 'financial_year', 'amount_pence'])
    .where('programme', '=', programme)
    .orderBy('financial_year')
    .execute()
  if (budgets.length === 0) throw new NotFound(`No capital programme '${programme}' is held.`)
  const adjustments = await adjustmentsSince(db, programme, knownBy)
  const byScheme = Map.groupBy(budgets, (row) => row.scheme_code)
  const added = new Set(adjustments.map(({ scheme }) => scheme))
  const { rows, source } = await schemeRows(db)
  const schemes: CapitalScheme[] = rows
    .filter(({ code }) => byScheme.has(code) || added.has(code))
    .map((row) => ({
      ...row,
      budget: Object.fromEntries(
        (byScheme.get(row.code) ?? []).map((each) => [each.financial_year, BigInt(each.amount_pence)]),
      ),
    }))
  const asOfMeeting = capitalProgramme(schemes.filter(({ code }) => byScheme.has(code)))
  const services = new Map(asOfMeeting.services.map((group) => [group.service, group.total]))
  const held = await controlTotals(db, `capital/${programme}`)
  const against = (
    controls: readonly HeldControlTotal[],
    totalOf: (line: string) => Readonly<Record<string, Pence>>,
  ) => controls.map(({ line, quantity, ...control }) => reconcile(control, totalOf(line)[quantity] ?? 0n))
  return {
    programme,
    capital: capitalProgramme(adjusted(schemes, adjustments)),
    asOfMeeting,
    exempt: await exemptThings(db, 'scheme'),
    withheld: await isWithheld(db),
    totals: against(
      held.filter(({ line }) => line === 'total'),
      () => asOfMeeting.total,
    ),
    byService: against(
      held.filter(({ line }) => line !== 'total'),
      (line) => services.get(line) ?? {},
    ),
    source,
  }
}

async function schemeRows(db: Db) {
  const found = await db
    .selectFrom('capital_scheme as c')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'c.authority_id').onRef('s.code', '=', 'c.service_code'),
    )
    .select(['c.code', 'c.title', 'c.source_ref', 's.code as service', 's.name as serviceName'])
    .orderBy('c.position')
    .execute()
  return {
    source: found[0]?.source_ref ?? '',
    rows: found.map(({ code, title, service, serviceName }) => ({ code, title, service, serviceName })),
  }
}
