import { baseModel, yearText } from '../../domain/high-needs/base-model.ts'
import {
  councilForecasts,
  knownDeficit,
  openingDeficit,
  outlookOf,
  yearsThatMatter,
} from '../../domain/high-needs/outlook.ts'
import { reconciledFacts } from '../../domain/high-needs/reconciled-facts.ts'
import { toBalance } from '../../domain/high-needs/to-balance.ts'
import { dayText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { page } from '../../web/page.ts'
import { assumptionTable } from '../assumption-table.ts'
import { balanceTable } from '../balance-table.ts'
import { besideCouncil } from '../beside-council.ts'
import { highNeedsNav } from '../nav.ts'
import { outlookChart } from '../outlook-chart.ts'
import { outlookTable, workingsTable } from '../outlook-table.ts'
import { highNeedsFacts } from '../queries.ts'
import { monthText, oftenText, rangeText, roughly } from '../words.ts'

/** How far the deficit has come, where it is heading, and what would have to be true for it not to. */
export const highNeedsPage = page({
  path: '/high-needs',
  action: 'high-needs.view',
  template: 'high-needs/pages/high-needs.njk',
  asAt: true,
  view: async ({ db, actor, query, asAt }) => {
    const facts = await highNeedsFacts(db, asAt)
    const { shortName } = await authorityOf(db, actor)
    const answer = baseModel(facts)
    const nav = highNeedsNav('/high-needs')
    if (!answer.ok) return { nav, lead: nothingYet, missing: answer.missing, told: null, tables: [] }
    const told = toldOf(facts, answer.base, shortName, query.get('year') ?? '')
    return { nav, lead: told.lead, missing: [], told, tables: told.tables }
  },
  title: 'High needs: the deficit',
  breadcrumbs: () => [{ text: 'Money', href: '/finance/revenue' }],
  tables: ({ tables }) => tables,
})

const nothingYet = 'Too little is recorded to tell how the deficit stands and what it may come to.'

type Facts = Parameters<typeof baseModel>[0]
type Base = Extract<ReturnType<typeof baseModel>, { ok: true }>['base']

function toldOf(facts: Facts, base: Base, council: string, year: string) {
  const forecasts = councilForecasts(facts)
  const outlook = outlookOf(base.model)
  const known = knownDeficit(facts, base)
  const matter = yearsThatMatter(outlook, forecasts)
  const balanced = outlook.years.find(({ text }) => text.replace('/', '-') === year) ?? matter.at(-1)
  const startYear = balanced?.startYear ?? base.model.firstYear
  const table = outlookTable(outlook, forecasts)
  const workings = workingsTable(outlook)
  const balance = balanceTable(
    toBalance(base.model, startYear),
    startYear,
    yearText(base.model.firstYear - 1),
  )
  const assumptions = assumptionTable(base, council)
  const reconciliations = reconciledFacts(facts)
  return {
    lead: `The deficit was ${roughly(known.amount)} on ${dayText(known.day)}. ${matter
      .map(({ day, spread }, index) => {
        const foreseen = forecasts.findLast((each) => each.day === day)?.estimated ?? null
        const council = foreseen === null ? '' : ` (the council’s own forecast: ${roughly(foreseen)})`
        return `${index === 0 ? 'The model expects' : 'and'} ${rangeText(spread.cumulative.mitigated)} by ${dayText(day)}${council}`
      })
      .join(', ')}.`,
    known: {
      value: roughly(known.amount),
      period: dayText(known.day),
      source: known.source,
    },
    expected: matter.map(({ day, startYear: of, spread }) => {
      const forecast = forecasts.findLast((each) => each.day === day) ?? null
      const above = forecast?.estimated
        ? outlook.simulation.shareAbove(of, 'mitigated', forecast.estimated)
        : null
      return {
        day: dayText(day),
        range: rangeText(spread.cumulative.mitigated),
        council: forecast?.estimated
          ? `${roughly(forecast.estimated)}, as the council forecast${forecast.madeIn ? ` in ${monthText(forecast.madeIn)}` : ''}`
          : 'The council’s papers give no forecast for this day',
        beside: forecast ? besideCouncil(outlook, forecast) : null,
        above: above === null ? null : `${oftenText(above)} runs come out higher than that.`,
      }
    }),
    chart: outlookChart({ facts, outlook, forecasts, opening: openingDeficit(base), matter }),
    table,
    workings,
    balance,
    balanceYears: outlook.years.map(({ text, startYear: of }) => ({
      value: text.replace('/', '-'),
      text,
      selected: of === startYear,
    })),
    startsFrom: assumptions.rows.map(({ cells: [what, value, whose, why] }) => ({
      what: what?.text,
      value: value?.text,
      whose: whose?.text,
      isAssumed: whose?.text.startsWith('Assumption'),
      why: why?.text,
    })),
    reconciliations: reconciliations.map(({ says, agrees }) => ({ says, agrees })),
    tables: [table, workings, balance, assumptions],
  }
}
