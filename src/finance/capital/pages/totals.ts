import { page } from '../../../web/page.ts'
import { withheldSentence } from '../exemptions.ts'
import { firstYear, meetingText, yearText } from '../programme-words.ts'
import type { CapitalView } from '../queries.ts'
import { reconciliationTable } from '../reconciliation-table.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** Every total that the paper prints, beside what its lines add up to. */
export const totalsPage = page({
  path: '/finance/capital/:year/totals',
  action: 'finance.view',
  template: 'finance/capital/pages/totals.njk',
  view: async ({ db, params }) => totalsView(await programmeFor(db, params.year)),
  title: 'Printed totals',
  tables: ({ table }) => [table],
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})

export function totalsView(view: CapitalView) {
  const all = [...view.totals, ...view.byService]
  const differing = all.filter(({ agrees }) => !agrees)
  return {
    year: firstYear(view),
    nav: capitalNav(view, '/totals'),
    caption: `Capital ${yearText(firstYear(view))}`,
    lead: view.withheld
      ? 'Not shown: the totals that were printed take in what is exempt from publication.'
      : differing.length === 0
        ? `All ${all.length} totals that the paper of ${meetingText(view.programme)} prints agree with their lines.`
        : `${all.length - differing.length} of ${all.length} totals that the paper of ${meetingText(view.programme)} prints agree with their lines; ${differing.length} differ.`,
    withheld: view.withheld ? withheldSentence : null,
    differing: differing.map(({ says }) => says),
    table: reconciliationTable(`printed-totals-${view.programme}`, all),
    isEmpty: all.length === 0,
  }
}
