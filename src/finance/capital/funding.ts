import type { Db } from '../../db/database.ts'
import { type Reconciliation, reconcile } from '../../domain/finance/reconcile.ts'
import { type Pence, sumPence } from '../../domain/money.ts'
import { controlTotals } from '../control-totals.ts'

export type FundingLine = { readonly source: string; readonly amount: Pence; readonly paper: string }

export type CapitalFunding = {
  readonly year: string
  readonly lines: readonly FundingLine[]
  readonly total: Pence
  readonly carryForward: readonly {
    readonly fromYear: string
    readonly toYear: string
    readonly amount: Pence
    readonly source: string
  }[]
  /** The printed total of the funding, and the printed programme of each year held against the schemes. */
  readonly reconciliations: readonly Reconciliation[]
}

/** What pays for the first year of a programme; `programmeTotal` gives what its schemes add up to in a year. */
export async function capitalFunding(
  db: Db,
  programme: string,
  programmeTotal: Readonly<Record<string, Pence>>,
): Promise<CapitalFunding> {
  const rows = await db
    .selectFrom('capital_funding')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('position')
    .execute()
  const carried = await db
    .selectFrom('capital_carry_forward')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('to_year')
    .execute()
  const lines = rows.map((row) => ({
    source: row.source,
    amount: BigInt(row.amount_pence),
    paper: row.source_ref,
  }))
  const total = sumPence(lines.map(({ amount }) => amount))
  const printed = await controlTotals(db, `capital/${programme}/funding`)
  return {
    year: rows[0]?.financial_year ?? '',
    lines,
    total,
    carryForward: carried.map((row) => ({
      fromYear: row.from_year,
      toYear: row.to_year,
      amount: BigInt(row.amount_pence),
      source: row.source_ref,
    })),
    reconciliations: printed.map(({ line, quantity, ...control }) =>
      line === 'funding'
        ? reconcile(control, total, lines.length)
        : reconcile(control, programmeTotal[quantity] ?? 0n),
    ),
  }
}
