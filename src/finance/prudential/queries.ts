import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import { type DebtLine, type DebtPosition, debtPosition } from '../../domain/finance/debt.ts'
import type { IndicatorFigure } from '../../domain/finance/prudential.ts'
import { type Reconciliation, reconcile } from '../../domain/finance/reconcile.ts'
import { type Pence, poundsMillionText } from '../../domain/money.ts'
import { isWithheld } from '../capital/exemptions.ts'
import { controlTotals } from '../control-totals.ts'

/** The last days of the quarters whose indicators are held, latest first. */
export async function prudentialQuarters(db: Db, knownBy: KnownBy = null): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('prudential_quarter')
    .select('as_at')
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('as_at', 'desc')
    .execute()
  return rows.map(({ as_at }) => as_at)
}

export type HeldQuarter = {
  readonly asAt: string
  readonly debt: readonly (DebtLine & { readonly source: string })[]
  readonly figures: readonly IndicatorFigure[]
  readonly source: string
  readonly illustrative: boolean
}

/** What was reported of a quarter; null when nothing was. */
export async function heldQuarter(
  db: Db,
  asAt: string,
  knownBy: KnownBy = null,
): Promise<HeldQuarter | null> {
  const quarter = await db
    .selectFrom('prudential_quarter')
    .select(['source_ref', 'illustrative'])
    .where('as_at', '=', asAt)
    .where(knownUntil('recorded_at', knownBy))
    .executeTakeFirst()
  if (!quarter) return null
  const debt = await db
    .selectFrom('prudential_debt')
    .selectAll()
    .where('as_at', '=', asAt)
    .orderBy('part')
    .execute()
  const figures = await db
    .selectFrom('prudential_figure')
    .selectAll()
    .where('as_at', '=', asAt)
    .orderBy('indicator')
    .orderBy('financial_year')
    .orderBy('basis')
    .execute()
  return {
    asAt,
    debt: debt.map((row) => ({
      part: row.part,
      actual: BigInt(row.actual_pence),
      highest: BigInt(row.highest_pence),
      boundary: BigInt(row.boundary_pence),
      limit: BigInt(row.limit_pence),
      source: row.source_ref,
    })),
    figures: figures.map((row) => ({
      indicator: row.indicator,
      year: row.financial_year,
      basis: row.basis,
      value:
        row.amount_pence === null
          ? { unit: 'rate', rate: row.rate_hundredths ?? 0 }
          : { unit: 'money', amount: BigInt(row.amount_pence) },
      words: row.words,
      source: row.source_ref,
    })),
    source: quarter.source_ref,
    illustrative: quarter.illustrative,
  }
}

export type PrudentialReport = HeldQuarter & {
  /** The reader may be shown less than there is: the capital expenditure to come takes in what is exempt. */
  readonly withheld: boolean
  readonly position: DebtPosition
  readonly reconciliations: readonly Reconciliation[]
  /** Total debt at the ends of the quarters up to this one, oldest first. */
  readonly history: readonly { readonly asAt: string; readonly debt: Pence }[]
}

/** A quarter with every total computed from the parts and held against the printed one. */
export async function prudentialReport(
  db: Db,
  asAt: string,
  knownBy: KnownBy = null,
): Promise<PrudentialReport | null> {
  const held = await heldQuarter(db, asAt, knownBy)
  if (held === null) return null
  const totals = await controlTotals(db, `prudential/${asAt}`)
  const printedHighest = totals.find(({ quantity }) => quantity === 'highest')?.printed ?? null
  const position = debtPosition(held.debt, printedHighest)
  const parts = debtPosition(held.debt).total
  return {
    ...held,
    withheld: await isWithheld(db),
    position,
    reconciliations: totals.map(({ line: _, quantity, ...control }) => {
      const found = reconcile(control, parts[quantity as 'actual' | 'highest' | 'boundary' | 'limit'])
      return quantity === 'highest' && position.total.highest < parts.highest
        ? { ...found, agrees: true, says: apartSentence(found) }
        : found
    }),
    history: await debtHistory(db, asAt, knownBy),
  }
}

const apartSentence = ({ title, printed, computed }: Reconciliation): string =>
  `${title}: ${poundsMillionText(printed)} as printed. The parts add up to ${poundsMillionText(computed)}, for they may have been highest on different days.`

/** Total debt at the end of each quarter held up to a day, oldest first. */
export async function debtHistory(
  db: Db,
  until: string,
  knownBy: KnownBy = null,
): Promise<readonly { readonly asAt: string; readonly debt: Pence }[]> {
  const rows = await db
    .selectFrom('prudential_debt')
    .where('as_at', 'in', (of) =>
      of.selectFrom('prudential_quarter').select('as_at').where(knownUntil('recorded_at', knownBy)),
    )
    .select(['as_at', (of) => of.fn.sum<string>('actual_pence').as('debt')])
    .where('as_at', '<=', until)
    .groupBy('as_at')
    .orderBy('as_at')
    .execute()
  return rows.map((row) => ({ asAt: row.as_at, debt: BigInt(row.debt) }))
}
