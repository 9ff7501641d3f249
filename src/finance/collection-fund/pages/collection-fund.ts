import { NotFound } from '../../../access/refusals.ts'
import { can } from '../../../domain/access/can.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { parseFinancialYear } from '../../../domain/period-text.ts'
import { type Asked, page } from '../../../web/page.ts'
import { fundAddress, fundView } from '../fund-view.ts'
import { fundReport, fundReports } from '../queries.ts'

const template = 'finance/collection-fund/pages/collection-fund.njk'
const action = 'finance.view'

/** The latest report held, at the address the navigation knows. */
export const latestFundPage = page({
  path: '/finance/collection-fund',
  action,
  template,
  asAt: true,
  view: (asked) => viewOf(asked, null),
  title: (view) => view.title,
  periods: (view) => view.periods,
  tables: (view) => [view.items, view.reaches, view.declared, view.shares],
})

/** A year as it was last reported, or as on the day asked for. */
export const fundPage = page({
  path: '/finance/collection-fund/:year',
  action,
  template,
  asAt: true,
  view: (asked) => viewOf(asked, asked.params.year),
  title: (view) => view.title,
  periods: (view) => view.periods,
  tables: (view) => [view.items, view.reaches, view.declared, view.shares],
})

async function viewOf(
  { db, actor, query, asAt }: Pick<Asked, 'db' | 'actor' | 'query' | 'asAt'>,
  year: string | null,
) {
  const reports = await fundReports(db, asAt)
  const day = query.get('reported')
  const found = reports.find(
    (each) => (year === null || each.year === year) && (day === null || each.asAt === day),
  )
  if (found === undefined)
    throw new NotFound(
      absent(year, day),
      reports.map((each) => ({
        text: `Collection fund ${yearText(each.year)}`,
        href: fundAddress(each.year, each.asAt),
      })),
    )
  return fundView(await fundReport(db, found.year, found.asAt, asAt), {
    reports,
    recordHref: can(actor, 'finance.record').allowed ? `/finance/collection-fund/${found.year}/record` : null,
    recorded: query.get('done') === 'recorded',
  })
}

function absent(year: string | null, day: string | null): string {
  if (year === null) return 'No collection fund has been recorded yet.'
  const parsed = parseFinancialYear(year)
  if (!parsed.ok) return `${parsed.problem}.`
  const reported = day === null ? '' : ` as reported on ${day}`
  return `No collection fund is held for ${yearText(year)}${reported}.`
}
