import { NotFound } from '../../../access/refusals.ts'
import type { Db } from '../../../db/database.ts'
import { can } from '../../../domain/access/can.ts'
import type { Actor } from '../../../domain/access/roles.ts'
import { counted } from '../../../domain/counted.ts'
import { factText, weeklyAgainstYearly } from '../../../domain/finance/revenue-facts.ts'
import { stateOf } from '../../../domain/finance/revenue-remedial.ts'
import { savingsTotal } from '../../../domain/finance/saving.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import { millionsText, type Pence, poundsMillionText, varianceText } from '../../../domain/money.ts'
import { sentenceCase } from '../../../domain/report/cells.ts'
import type { Link } from '../../../web/layout.ts'
import { type Asked, page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { reconciledView } from '../../reconciliation-table.ts'
import { commentaryHref, forecastsHref, revenueHref, virementsHref } from '../addresses.ts'
import { type RevenueMonthFacts, revenueMonthFacts } from '../month-facts.ts'
import { pressureTable } from '../pressure-table.ts'
import { type RevenueMonth, revenueMonths } from '../queries.ts'
import { remedialTable } from '../remedial-table.ts'
import { revenueTable } from '../revenue-table.ts'
import type { SavingProgramme } from '../savings.ts'
import { virementTable } from '../virement-table.ts'

const common = {
  action: 'finance.view',
  template: 'finance/revenue/pages/revenue.njk',
} as const

export const revenuePage = page({
  path: '/finance/revenue/:year/:month',
  ...common,
  view: (asked) => viewOf(asked, { financialYear: asked.params.year, month: asked.params.month }),
  title: (view) => view.title,
  tables: (view) => [view.table, view.pressures, view.actions, view.virements],
})

/** The latest month held, at the address the navigation knows. */
export const latestRevenuePage = page({
  path: '/finance/revenue',
  ...common,
  view: async (asked) => {
    const [latest] = await revenueMonths(asked.db)
    if (!latest) throw new NotFound('No revenue position has been recorded yet.')
    return viewOf(asked, latest)
  },
  title: (view) => view.title,
  tables: (view) => [view.table, view.pressures, view.actions, view.virements],
})

async function viewOf({ db, actor, query }: Pick<Asked, 'db' | 'actor' | 'query'>, month: RevenueMonth) {
  return {
    ...revenueView(await revenueMonthFacts(db, month)),
    notice: notices[query.get('done') ?? ''] ?? null,
    beside: await monthsBeside(db, month),
    record: recordLinks(actor, month),
  }
}

const notices: Readonly<Record<string, string>> = {
  pressure: 'The pressure is recorded.',
}

/** The month held before this one, and the one after. */
async function monthsBeside(db: Db, { month }: RevenueMonth): Promise<Link[]> {
  const held = await revenueMonths(db)
  const before = held.find((each) => each.month < month)
  const after = held.findLast((each) => each.month > month)
  return [
    ...(before ? [{ text: `Previous: ${monthText(before.month)}`, href: revenueHref(before) }] : []),
    ...(after ? [{ text: `Next: ${monthText(after.month)}`, href: revenueHref(after) }] : []),
  ]
}

const recordLinks = (actor: Actor, month: RevenueMonth) =>
  can(actor, 'finance.record').allowed
    ? {
        pressure: `${revenueHref(month)}/pressures/new`,
        action: `${revenueHref(month)}/remedial-actions/new`,
      }
    : null

export function revenueView(facts: RevenueMonthFacts) {
  const { monitor, accounted, balance, plan, reserves, savings, virements } = facts
  const { position, pressures, reconciliations, source } = monitor
  const { total } = position
  const year = yearText(monitor.financialYear)
  return {
    nav: financeNav('/finance/revenue'),
    title: `Revenue at the end of ${monthText(monitor.month)}`,
    year,
    lead: leadOf(year, total),
    facts: [
      {
        term: 'Whole council',
        text: sentenceCase(varianceText(total.variance)),
        detail: `£${millionsText(total.forecast)}m against £${millionsText(total.budget)}m`,
        href: null,
      },
      ...(balance.running.length === 0 ? [] : [beingDone(balance), stillToFind(balance)]),
      ...(savings.length === 0 ? [] : [savingsFact(savings, monitor.financialYear)]),
    ],
    table: revenueTable(monitor),
    pressures: pressureTable(monitor, pressures),
    hasPressures: pressures.length > 0,
    accounted: accountedText(accounted),
    actions: remedialTable(monitor, balance, source),
    hasActions: balance.running.length > 0,
    plan,
    virements: virementTable(monitor.financialYear, virements),
    hasVirements: virements.length > 0,
    trust: facts.trust,
    links: [
      { text: `How the forecasts of ${year} stood`, href: forecastsHref(monitor.financialYear) },
      { text: 'What each service says', href: commentaryHref(monitor) },
      { text: `Report of ${monthText(monitor.month)}`, href: `/reports/revenue/${monitor.month}` },
    ],
    virementsHref: virementsHref(monitor.financialYear),
    said: facts.facts.map(({ serviceName, title, period, ...fact }) => ({
      text: `${serviceName === null ? '' : `${serviceName}: `}${title}`,
      value: factText({ ...fact, title }),
      period,
    })),
    compared: weeklyAgainstYearly(facts.facts),
    saidIn: [...new Set(facts.facts.map((fact) => fact.source))].join('; '),
    reserves: total.variance > 0n ? reserves : [],
    reconciled: reconciledView(reconciliations, source),
  }
}

type Amounts = RevenueMonthFacts['monitor']['position']['total']

const leadOf = (year: string, { budget, forecast, variance }: Amounts): string =>
  `The council forecasts ${inWords(variance)} for ${year}: £${millionsText(forecast)}m against a budget of £${millionsText(budget)}m.`

const inWords = (variance: Pence): string => {
  const words = varianceText(variance)
  return words === 'on budget' ? 'to be on budget' : `an ${words}`
}

type Balance = RevenueMonthFacts['balance']

function beingDone({ approved, proposed, running }: Balance) {
  const unvalued = running.filter(
    ({ action }) => action.value === null && action.kind === 'action' && stateOf(action) !== 'stopped',
  ).length
  return {
    term: 'Being done about it',
    text:
      approved > 0n ? `${poundsMillionText(approved)} approved` : `${poundsMillionText(proposed)} proposed`,
    detail: [
      approved > 0n ? `${poundsMillionText(proposed)} more proposed` : 'nothing approved yet',
      `${counted(unvalued, 'action')} not valued`,
    ].join(', '),
    href: '#actions',
  }
}

function savingsFact(savings: readonly SavingProgramme[], year: string) {
  const total = savingsTotal(savings.map(({ standing }) => standing))
  return {
    term: 'Savings still to deliver',
    text: poundsMillionText(total.stillToDeliver),
    detail: `of ${poundsMillionText(total.planned)} planned`,
    href: `/finance/savings/${year}`,
  }
}

const stillToFind = ({ stillToFind, afterApproved }: Balance) => ({
  term: 'Still to find',
  text: poundsMillionText(stillToFind),
  detail: `if all that is proposed is approved; ${poundsMillionText(afterApproved > 0n ? afterApproved : 0n)} without`,
  href: '#actions',
})

/** How far the pressures account for the variances, in a sentence; for some readers only that there may be more. */
export function accountedText(accounted: RevenueMonthFacts['accounted']): string {
  if (accounted === null) return 'What is exempt from publication, if anything, is not listed here.'
  const open = accounted.filter(({ unexplained }) => unexplained !== 0n)
  if (open.length === 0) return 'The pressures account for the variance of every service.'
  const each = open.map(({ name, variance, named }) => {
    const all = `${name}, ${varianceText(variance)}`
    return named === 0n ? `${all} (no pressure recorded)` : `${all} (${poundsMillionText(named)} of it)`
  })
  return `The pressures do not account for all of: ${each.join('; ')}.`
}
