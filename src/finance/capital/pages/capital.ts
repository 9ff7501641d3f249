import { wholePoundsText } from '../../../domain/money.ts'
import { page } from '../../../web/page.ts'
import { withheldSentence } from '../exemptions.ts'
import { firstYear, meetingText, yearText } from '../programme-words.ts'
import type { CapitalView } from '../queries.ts'
import { capitalSummaryTable, capitalTable } from '../tables.ts'
import { capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

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

export function capitalPageView(view: CapitalView) {
  const { capital, totals } = view
  const [first = '', ...later] = capital.years
  const schemes = capital.services.flatMap((service) => service.schemes).length
  const pounds = (year: string) => `£${wholePoundsText(capital.total[year] ?? 0n)}`
  const base = `/finance/capital/${firstYear(view)}`
  const differing = totals.filter(({ agrees }) => !agrees)
  return {
    nav: capitalNav(view, ''),
    title: `Capital programme ${yearText(first)} to ${yearText(later.at(-1) ?? first)}`,
    lead: `${schemes} schemes: ${[first, ...later].map((year) => `${pounds(year)} in ${yearText(year)}`).join(', ')}.`,
    since: `As ${meetingText(view.programme)}’s meeting saw it${sinceText(view)}.`,
    withheld: view.withheld ? withheldSentence : null,
    look: differing.map(({ says }) => ({
      tone: 'close',
      status: 'Differs',
      sentence: says,
      href: `${base}/totals`,
      owner: null,
      sparkline: null,
    })),
    summary: capitalSummaryTable(view),
    table: capitalTable(view),
    schemesHref: `${base}/schemes`,
    source: view.source,
  }
}

/** What has changed since the meeting, in all. */
function sinceText({ capital, asOfMeeting }: CapitalView): string {
  const change = capital.allYears - asOfMeeting.allYears
  const moved = capital.years.some((year) => capital.total[year] !== asOfMeeting.total[year])
  if (change === 0n) return moved ? ', with what was moved between years since' : ''
  return `, with £${wholePoundsText(change)} added since`
}
