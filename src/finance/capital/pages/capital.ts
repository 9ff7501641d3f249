import { NotFound } from '../../../access/refusals.ts'
import type { Db } from '../../../db/database.ts'
import type { Reconciliation } from '../../../domain/finance/reconcile.ts'
import { wholePoundsText } from '../../../domain/money.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { type CapitalView, capitalProgrammes, capitalView } from '../queries.ts'
import { capitalSummaryTable, capitalTable } from '../tables.ts'

/** The latest programme, at the address the navigation knows. */
export const latestCapitalPage = page({
  path: '/finance/capital',
  action: 'finance.view',
  template: 'finance/capital/pages/capital.njk',
  view: async ({ db }) => capitalPageView(await programmeFor(db, null)),
  title: (view) => view.title,
  tables: (view) => [view.table, view.summary],
})

export const capitalPage = page({
  path: '/finance/capital/:year',
  action: 'finance.view',
  template: 'finance/capital/pages/capital.njk',
  view: async ({ db, params }) => capitalPageView(await programmeFor(db, params.year)),
  title: (view) => view.title,
  tables: (view) => [view.table, view.summary],
})

/** The latest programme that begins in the financial year asked for. */
async function programmeFor(db: Db, year: string | null): Promise<CapitalView> {
  for (const programme of await capitalProgrammes(db)) {
    const view = await capitalView(db, programme)
    if (year === null || view.capital.years[0] === year) return view
  }
  throw new NotFound(
    year === null
      ? 'No capital programme has been recorded yet.'
      : isFinancialYear(year)
        ? `No capital programme is held that begins in ${year.replace('-', '/')}.`
        : `'${year}' is not a financial year; write it as 2024-25.`,
    [{ text: 'The latest capital programme', href: '/finance/capital' }],
  )
}

const isFinancialYear = (text: string): boolean => /^\d{4}-\d{2}$/.test(text)

export function capitalPageView(view: CapitalView) {
  const { capital, totals, byService } = view
  const [first = '', ...later] = capital.years
  const schemes = capital.services.flatMap((service) => service.schemes).length
  const pounds = (year: string) => `£${wholePoundsText(capital.total[year] ?? 0n)}`
  return {
    nav: financeNav('/finance/capital'),
    title: `Capital programme ${first.replace('-', '/')} to ${(later.at(-1) ?? first).replace('-', '/')}`,
    lead: `${schemes} schemes: ${[first, ...later].map((year) => `${pounds(year)} in ${year.replace('-', '/')}`).join(', ')}.`,
    summary: capitalSummaryTable(view),
    table: capitalTable(view),
    reconciliations: totals.map(({ says, agrees }) => ({ says, agrees })),
    placed: placed(totals, byService),
    source: view.source,
  }
}

/** Where a difference in the whole programme lies, when another table of the paper prints each service's budget. */
function placed(totals: readonly Reconciliation[], byService: readonly Reconciliation[]): readonly string[] {
  if (totals.every(({ agrees }) => agrees)) return []
  const differing = byService.filter(({ agrees }) => !agrees)
  const agreeing = byService.length - differing.length
  return [
    `The paper also prints each service’s budget in £m: ${agreeing} of ${byService.length} agree with the schemes listed.`,
    ...differing.map(({ says }) => says),
  ]
}
