import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { DebtLine } from '../../domain/finance/debt.ts'
import type { IndicatorFigure } from '../../domain/finance/prudential.ts'
import { dayText } from '../../domain/period-text.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'
import { heldQuarter } from './queries.ts'

export type PrudentialInput = {
  /** The last day of the quarter. */
  readonly asAt: string
  readonly debt: readonly (DebtLine & { readonly source: string })[]
  readonly figures: readonly IndicatorFigure[]
  readonly controlTotals: readonly ControlTotalInput[]
  readonly source: string
}

/** Records a quarter's prudential indicators. A quarter once recorded is not overwritten. */
export const recordPrudentialQuarter = (db: Db, actor: Actor, input: PrudentialInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { asAt, source } = input
    await hold(db, `prudential ${asAt}`)
    const subject = `prudential/${asAt}`
    const rows = 1 + input.debt.length + input.figures.length
    const held = await heldQuarter(db, asAt)
    if (held !== null) {
      if (alike(held, input)) return { result: { added: 0, changed: 0, unchanged: rows }, event: null }
      throw new Conflict(
        `The indicators at ${dayText(asAt)} are recorded already, with other figures. A recorded quarter is not overwritten.`,
      )
    }
    const of = {
      authority_id: actor.authorityId,
      as_at: asAt,
      illustrative: actor.illustrative === true,
    }
    await db
      .insertInto('prudential_quarter')
      .values({ ...of, source_ref: source, recorded_by: actor.name })
      .execute()
    await db
      .insertInto('prudential_debt')
      .values(
        input.debt.map(({ part, actual, highest, boundary, limit, source }) => ({
          ...of,
          part,
          actual_pence: String(actual),
          highest_pence: String(highest),
          boundary_pence: String(boundary),
          limit_pence: String(limit),
          source_ref: source,
        })),
      )
      .execute()
    if (input.figures.length > 0)
      await db
        .insertInto('prudential_figure')
        .values(input.figures.map((figure) => ({ ...of, ...figureRow(figure) })))
        .execute()
    await keepControlTotals(db, actor.authorityId, subject, input.controlTotals)
    const kept = { added: rows, changed: 0, unchanged: 0 }
    return { result: kept, event: changed(kept, 'prudential-quarter.recorded', subject) }
  })

const figureRow = ({ indicator, year, basis, value, words, source }: IndicatorFigure) => ({
  indicator,
  financial_year: year,
  basis,
  amount_pence: value.unit === 'money' ? String(value.amount) : null,
  rate_hundredths: value.unit === 'rate' ? value.rate : null,
  words,
  source_ref: source,
})

type Reported = Pick<PrudentialInput, 'debt' | 'figures'>

/** Whether both say the same of the quarter, in whatever order. */
const alike = (one: Reported, other: Reported): boolean => said(one) === said(other)

const said = ({ debt, figures }: Reported): string =>
  [
    ...debt.map(({ part, actual, highest, boundary, limit }) =>
      [part, actual, highest, boundary, limit].join(' '),
    ),
    ...figures.map(({ indicator, year, basis, value, words }) =>
      [indicator, year, basis, value.unit === 'money' ? value.amount : value.rate, words].join(' '),
    ),
  ]
    .sort()
    .join('\n')
