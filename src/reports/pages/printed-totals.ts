import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { financeNav } from '../../finance/finance-nav.ts'
import { reconciliationTable, reconciliationWords } from '../../finance/reconciliation-table.ts'
import { page } from '../../web/page.ts'
import { type PrintedTotals, printedTotals } from '../printed-totals.ts'

const address = '/finance/printed-totals'

/** Every total the papers print, computed again from its lines, with both figures; what differs comes first. */
export const printedTotalsPage = page({
  path: address,
  action: 'finance.view',
  template: 'reports/pages/printed-totals.njk',
  view: async ({ db }) => printedTotalsView(await printedTotals(db)),
  title: 'Printed totals',
  tables: ({ table }) => [table],
})

const unexplainedFirst = (a: Reconciliation, b: Reconciliation): number =>
  Number(a.byRounding) - Number(b.byRounding)

export function printedTotalsView(subjects: readonly PrintedTotals[]) {
  const all = subjects.flatMap(({ totals }) => totals)
  const differing = all.filter(({ agrees }) => !agrees).toSorted(unexplainedFirst)
  return {
    nav: financeNav(address),
    lead: all.length === 0 ? 'No paper with totals has been recorded yet.' : reconciliationWords(all),
    differing: differing.map(({ says }) => says),
    subjects: subjects.map(({ subject, href, totals }, index) => ({
      subject,
      href,
      id: `subject-${index + 1}`,
      table: reconciliationTable(`printed-totals-${index + 1}`, totals),
    })),
    table: reconciliationTable('printed-totals', all),
  }
}
