import { NotFound } from '../../../access/refusals.ts'
import { can } from '../../../domain/access/can.ts'
import { financialYearOf } from '../../../domain/financial-year.ts'
import { addDays, addMonths, quarterContaining } from '../../../domain/period.ts'
import { parsePeriod, periodSlug } from '../../../domain/period-text.ts'
import { type Asked, page } from '../../../web/page.ts'
import { prudentialAddress, prudentialView } from '../prudential-view.ts'
import { prudentialQuarters, prudentialReport } from '../queries.ts'

const template = 'finance/prudential/pages/prudential.njk'
const action = 'finance.view'

/** The latest quarter held, at the address the navigation knows. */
export const latestPrudentialPage = page({
  path: '/finance/prudential',
  action,
  template,
  asAt: true,
  view: async (asked) => {
    const quarters = await prudentialQuarters(asked.db, asked.asAt)
    return viewOf(asked, quarters, quarters[0] ?? null)
  },
  title: (view) => view.title,
  periods: (view) => view.periods,
  tables: (view) => tablesOf(view),
})

/** A quarter ('2024-25-q1'), or the latest held of a year ('2024-25'). */
export const prudentialPage = page({
  path: '/finance/prudential/:period',
  action,
  template,
  asAt: true,
  view: async (asked) => {
    const quarters = await prudentialQuarters(asked.db, asked.asAt)
    return viewOf(asked, quarters, quarterAsked(asked.params.period, quarters))
  },
  title: (view) => view.title,
  periods: (view) => view.periods,
  tables: (view) => tablesOf(view),
})

const tablesOf = (view: ReturnType<typeof prudentialView>) => [
  view.debt,
  view.approved,
  view.indicators,
  ...(view.requirementTable === null ? [] : [view.requirementTable]),
]

function quarterAsked(text: string, quarters: readonly string[]): string {
  const parsed = parsePeriod(text)
  const period = parsed.ok ? parsed.value : null
  const found =
    period?.granularity === 'quarter'
      ? quarters.find((asAt) => asAt === addDays(period.end, -1))
      : period?.granularity === 'financial-year'
        ? quarters.find((asAt) => financialYearOf(asAt) === periodSlug(period))
        : undefined
  if (found !== undefined) return found
  throw new NotFound(
    period?.granularity === 'quarter' || period?.granularity === 'financial-year'
      ? `No prudential indicators are held for ${text}.`
      : `'${text}' is neither a quarter nor a financial year. Write 2024-25-q1 or 2024-25.`,
    quarters.map((asAt) => ({
      text: `Prudential indicators ${periodSlug(quarterContaining(asAt))}`,
      href: prudentialAddress(asAt),
    })),
  )
}

async function viewOf(
  { db, actor, query, asAt: knownBy }: Pick<Asked, 'db' | 'actor' | 'query' | 'asAt'>,
  quarters: readonly string[],
  asAt: string | null,
) {
  const report = asAt === null ? null : await prudentialReport(db, asAt, knownBy)
  if (report === null) throw new NotFound('No prudential indicators have been recorded yet.')
  return prudentialView(report, {
    quarters,
    nextHref: can(actor, 'finance.record').allowed ? nextHref(quarters) : null,
    recorded: query.get('done') === 'recorded',
  })
}

/** Where the quarter after the latest one held is recorded. */
function nextHref([latest]: readonly string[]): string | null {
  if (latest === undefined) return null
  return `/finance/prudential/${periodSlug(quarterContaining(addMonths(addDays(latest, 1), 1)))}/record`
}
