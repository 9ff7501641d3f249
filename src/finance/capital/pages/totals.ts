import { changeKinds } from '../../../domain/finance/capital-changes.ts'
import type { Reconciliation } from '../../../domain/finance/reconcile.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import { page } from '../../../web/page.ts'
import { reconciliationTable, reconciliationWords } from '../../reconciliation-table.ts'
import { capitalChanges } from '../changes.ts'
import { supplementaryEstimates } from '../estimates.ts'
import { everyReconciliation } from '../every-reconciliation.ts'
import { withheldSentence } from '../exemptions.ts'
import { firstYear } from '../programme-words.ts'
import type { CapitalView } from '../queries.ts'
import { sameAmounts } from '../same-amounts.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** Every total that the paper prints, beside what its lines add up to. */
export const totalsPage = page({
  path: '/finance/capital/:year/totals',
  action: 'finance.view',
  template: 'finance/capital/pages/totals.njk',
  view: async ({ db, params }) => {
    const view = await programmeFor(db, params.year)
    const changes = await capitalChanges(db, view.programme)
    const items = [
      ...changes.flatMap(({ title, kind, amount, printed }) =>
        printed && amount !== null
          ? [{ title: `${title} (${changeKinds[kind].text.toLowerCase()})`, amount }]
          : [],
      ),
      ...(await supplementaryEstimates(db)).map(({ title, amount }) => ({
        title: `${title} (supplementary estimate)`,
        amount,
      })),
    ]
    const all = await everyReconciliation(db, view)
    return totalsView(view, all, sameAmounts(all, items))
  },
  title: 'Printed totals',
  tables: ({ table }) => [table],
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})

function totalsView(view: CapitalView, all: readonly Reconciliation[], same: readonly string[]) {
  const differing = all.filter(({ agrees }) => !agrees)
  return {
    year: firstYear(view),
    nav: capitalNav(view, '/totals'),
    caption: `Capital ${yearText(firstYear(view))}`,
    lead: view.withheld
      ? 'Not shown: the totals that were printed take in what is exempt from publication.'
      : `${reconciliationWords(all)} The paper is that of ${monthText(view.programme)}.`,
    withheld: view.withheld ? withheldSentence : null,
    differing: [...same, ...differing.map(({ says }) => says)],
    table: reconciliationTable(`printed-totals-${view.programme}`, all),
    isEmpty: all.length === 0,
  }
}
