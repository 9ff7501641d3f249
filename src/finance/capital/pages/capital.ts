import type { Db } from '../../../db/database.ts'
import { counted } from '../../../domain/counted.ts'
import { atThisPace, shareText } from '../../../domain/finance/capital-monitoring.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import {
  poundsMillionText,
  poundsText,
  sumPence,
  varianceText,
  wholePoundsText,
} from '../../../domain/money.ts'
import { page } from '../../../web/page.ts'
import { supplementaryEstimates } from '../estimates.ts'
import { everyReconciliation } from '../every-reconciliation.ts'
import { withheldSentence } from '../exemptions.ts'
import { type CapitalFunding, capitalFunding } from '../funding.ts'
import { fundingGapText } from '../funding-tables.ts'
import { type CapitalMonitor, capitalMonitor } from '../monitor.ts'
import { firstYear } from '../programme-words.ts'
import type { CapitalView } from '../queries.ts'
import { schemesOf } from '../scheme.ts'
import { type LikelyScheme, likelyOutturns } from '../scheme-facts.ts'
import { capitalSummaryTable, capitalTable } from '../tables.ts'
import { capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** The latest programme, at the address the navigation knows. */
export const latestCapitalPage = page({
  path: '/finance/capital',
  action: 'finance.view',
  template: 'finance/capital/pages/capital.njk',
  view: async ({ db }) => capitalPageView(db, await programmeFor(db, null)),
  title: (view) => view.title,
  tables: (view) => [view.table, view.summary],
})

export const capitalPage = page({
  path: '/finance/capital/:year',
  action: 'finance.view',
  template: 'finance/capital/pages/capital.njk',
  view: async ({ db, params }) => capitalPageView(db, await programmeFor(db, params.year)),
  title: (view) => view.title,
  tables: (view) => [view.table, view.summary],
})

async function capitalPageView(db: Db, view: CapitalView) {
  const { capital } = view
  const [first = '', ...later] = capital.years
  const schemes = schemesOf(view).length
  const pounds = (year: string) => `£${wholePoundsText(capital.total[year] ?? 0n)}`
  const base = `/finance/capital/${firstYear(view)}`
  const monitor = await capitalMonitor(db, view.programme)
  const funding = await capitalFunding(db, view.programme, view.asOfMeeting.total)
  const title = `Capital programme ${yearText(first)} to ${yearText(later.at(-1) ?? first)}`
  return {
    nav: capitalNav(view, ''),
    title,
    lead: `${schemes} schemes: ${[first, ...later].map((year) => `${pounds(year)} in ${yearText(year)}`).join(', ')}.`,
    since: `As the meeting of ${monthText(view.programme)} saw it${sinceText(view)}.`,
    withheld: view.withheld ? withheldSentence : null,
    facts: [...monitorFacts(monitor, base), ...fundingFacts(funding, view, base)],
    look: [
      ...(await differences(db, view, base)),
      ...paceWarning(monitor, base),
      ...slipping(await likelyOutturns(db, view, monitor), base),
      ...(await waitingEstimates(db, base)),
    ],
    summary: capitalSummaryTable(view),
    table: capitalTable(view),
    schemesHref: `${base}/schemes`,
    source: view.source,
  }
}

function monitorFacts(monitor: CapitalMonitor | null, base: string) {
  if (monitor === null || monitor.services.length === 0) return []
  const { totals, month, monthsGone } = monitor
  const share = shareText(totals.spent, totals.budget)
  return [
    {
      term: `Spent by the end of ${monthText(month)}`,
      text: poundsMillionText(totals.spent),
      detail: `${share}% of the year’s budget, ${monthsGone} of 12 months gone`,
      href: `${base}/spending`,
    },
    {
      term: 'Forecast for the year',
      text: poundsMillionText(totals.forecast),
      detail: varianceText(totals.forecast - totals.budget),
      href: `${base}/spending`,
    },
  ]
}

function fundingFacts(funding: CapitalFunding, view: CapitalView, base: string) {
  if (funding.lines.length === 0) return []
  return [
    {
      term: `Funding of ${yearText(funding.year)}`,
      text: poundsMillionText(funding.total),
      detail: fundingGapText(funding, view),
      href: `${base}/funding`,
    },
  ]
}

const item = (tone: 'close' | 'neutral', status: string, sentence: string, href: string) => ({
  tone,
  status,
  sentence,
  href,
  owner: null,
  sparkline: null,
})

async function differences(db: Db, view: CapitalView, base: string) {
  const all = await everyReconciliation(db, view)
  const differing = all.filter(({ agrees }) => !agrees)
  const [first] = view.totals.filter(({ agrees }) => !agrees)
  if (differing.length === 0) return []
  const sentence =
    first?.says ?? `${differing.length} of ${all.length} printed totals differ from their lines.`
  return [item('close', 'Differs', sentence, `${base}/totals`)]
}

/** Said when the forecast needs spending to go more than twice as fast as it has. */
function paceWarning(monitor: CapitalMonitor | null, base: string) {
  if (monitor === null) return []
  const { totals, monthsGone } = monitor
  const pace = atThisPace(totals.spent, monthsGone)
  const rest = totals.forecast - totals.spent
  const left = 12 - monthsGone
  const isSlow = rest * BigInt(monthsGone) > 2n * totals.spent * BigInt(left)
  if (left === 0 || !isSlow) return []
  return [
    item(
      'close',
      'Slow start',
      `The forecast needs ${poundsMillionText(rest)} to be spent in ${counted(left, 'month')}; at the pace so far the year would end at ${poundsMillionText(pace)}.`,
      `${base}/spending`,
    ),
  ]
}

function slipping(schemes: readonly LikelyScheme[], base: string) {
  const titles = schemes.filter(({ likely }) => likely.flag === 'at-risk').map(({ title }) => title)
  if (titles.length === 0) return []
  const named = titles.length > 3 ? '' : `: ${titles.join(', ')}`
  return [
    item(
      'close',
      'At risk',
      `${counted(titles.length, 'scheme')} may slip into the next year${named}.`,
      `${base}/slippage`,
    ),
  ]
}

async function waitingEstimates(db: Db, base: string) {
  const waiting = (await supplementaryEstimates(db)).filter(
    ({ decision, illustrative }) => decision === null && !illustrative,
  )
  if (waiting.length === 0) return []
  const total = poundsText(sumPence(waiting.map(({ amount }) => amount)))
  return [
    item(
      'neutral',
      'Waits',
      `${counted(waiting.length, 'supplementary estimate')} of ${total} ${waiting.length === 1 ? 'is' : 'are'} not known to be approved.`,
      `${base}/estimates`,
    ),
  ]
}

/** What has changed since the meeting, in all. */
function sinceText({ capital, asOfMeeting }: CapitalView): string {
  const change = capital.allYears - asOfMeeting.allYears
  const moved = capital.years.some((year) => capital.total[year] !== asOfMeeting.total[year])
  if (change === 0n) return moved ? ', with what was moved between years since' : ''
  return `, with £${wholePoundsText(change)} added since`
}
