import { can } from '../../../domain/access/can.ts'
import { counted } from '../../../domain/counted.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { poundsText, sumPence } from '../../../domain/money.ts'
import { page } from '../../../web/page.ts'
import { estimateTable } from '../estimate-table.ts'
import { type HeldEstimate, supplementaryEstimates } from '../estimates.ts'
import { withheldSentence } from '../exemptions.ts'
import { firstYear } from '../programme-words.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** Money asked for beyond the programme, which enters it only when it is approved. */
export const estimatesPage = page({
  path: '/finance/capital/:year/estimates',
  action: 'finance.view',
  template: 'finance/capital/pages/estimates.njk',
  view: async ({ db, actor, params }) => {
    const view = await programmeFor(db, params.year)
    const year = firstYear(view)
    const estimates = await supplementaryEstimates(db)
    const base = `/finance/capital/${year}/estimates`
    return {
      year,
      nav: capitalNav(view, '/estimates'),
      caption: `Capital ${yearText(year)}`,
      lead: leadText(estimates.filter(({ illustrative }) => !illustrative)),
      withheld: view.withheld ? withheldSentence : null,
      newHref: can(actor, 'finance.record').allowed ? `${base}/new` : null,
      table: estimateTable(estimates, base),
      isEmpty: estimates.length === 0,
      sources: [...new Set(estimates.map(({ source }) => source).filter((source) => source !== ''))],
    }
  },
  title: 'Supplementary estimates',
  tables: ({ table }) => [table],
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})

function leadText(estimates: readonly HeldEstimate[]): string {
  const waiting = estimates.filter(({ decision }) => decision === null)
  if (waiting.length === 0) return 'None waits for its approval.'
  const total = poundsText(sumPence(waiting.map(({ amount }) => amount)))
  return `${counted(waiting.length, 'estimate')} of ${total} together ${waiting.length === 1 ? 'is' : 'are'} not known to be approved, and so not in the programme.`
}
