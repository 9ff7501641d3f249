import { can } from '../../../domain/access/can.ts'
import { englishDay } from '../../../domain/english-day.ts'
import type { CapitalScheme } from '../../../domain/finance/capital.ts'
import { outcomeDimensions } from '../../../domain/finance/capital-outcome.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import { poundsMillionText, poundsText, sumPence } from '../../../domain/money.ts'
import { dayText } from '../../../domain/period-text.ts'
import { page } from '../../../web/page.ts'
import { laterChangesTable, printedChangesTable } from '../change-tables.ts'
import { capitalChanges, type HeldChange } from '../changes.ts'
import { exemptionWords } from '../exemptions.ts'
import { capitalGrants, type HeldGrant } from '../grants.ts'
import { type CapitalMonitor, capitalMonitor } from '../monitor.ts'
import { firstYear, schemeHref } from '../programme-words.ts'
import type { CapitalView } from '../queries.ts'
import { schemeOf } from '../scheme.ts'
import { type LikelyScheme, likelyOutturns, type SchemeOutcome, schemeOutcomes } from '../scheme-facts.ts'
import { schemeYearsTable } from '../scheme-tables.ts'
import { flagOf, rangeText } from '../slippage-table.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** One scheme: its years, what changed, and what is known of it. */
export const schemePage = page({
  path: '/finance/capital/:year/schemes/:scheme',
  action: 'finance.view',
  template: 'finance/capital/pages/scheme.njk',
  view: async ({ db, actor, params, query }) => {
    const view = await programmeFor(db, params.year)
    const scheme = schemeOf(view, params.scheme)
    const year = firstYear(view)
    const of = { programme: view.programme, year }
    const changes = (await capitalChanges(db, view.programme)).filter((each) =>
      [each.scheme, each.toScheme].includes(scheme.code),
    )
    const before = view.asOfMeeting.services
      .flatMap((service) => service.schemes)
      .find(({ code }) => code === scheme.code)
    const monitor = await capitalMonitor(db, view.programme)
    const mine = (await likelyOutturns(db, view, monitor)).find(({ code }) => code === scheme.code)
    const outcomes = await schemeOutcomes(db, scheme.code)
    const base = schemeHref(year, scheme.code)
    return {
      year,
      nav: capitalNav(view, null),
      title: scheme.title,
      service: scheme.serviceName,
      lead: leadText(scheme),
      isExempt: view.exempt.has(scheme.code),
      exemptions: (await exemptionWords(db, scheme.code)).map(
        ({ exempt, reason, by, at, illustrative }) =>
          `${exempt ? 'Exempt' : 'Published again'}: ${reason} (${by}, ${dayText(englishDay(at))}${illustrative ? '; illustrative' : ''})`,
      ),
      notice: notices[query.get('done') ?? ''] ?? null,
      facts: [
        ...spendFacts(mine, monitor, scheme.code),
        ...fundingFacts(changes, await capitalGrants(db), scheme.code),
      ],
      flag: mine === undefined ? null : flagOf(mine.likely),
      outcomes: outcomeRows(outcomes),
      recordHref: can(actor, 'finance.record').allowed ? `${base}/record` : null,
      years: schemeYearsTable(view, scheme, before ?? null),
      printed: printedChangesTable(
        of,
        changes.filter((each) => each.printed),
      ),
      hasPrinted: changes.some((each) => each.printed),
      later: laterChangesTable(
        of,
        changes.filter((each) => !each.printed),
      ),
      hasLater: changes.some((each) => !each.printed),
      hasHidden: hasChanged(view, scheme) && !changes.some((each) => !each.printed),
      changeHref: can(actor, 'finance.record').allowed
        ? `/finance/capital/${year}/changes/new?scheme=${scheme.code}`
        : null,
    }
  },
  title: (view) => view.title,
  tables: (view) => [view.years, view.printed, view.later],
  breadcrumbs: ({ year }) => [
    ...capitalCrumbs(year),
    { text: 'Every scheme', href: `/finance/capital/${year}/schemes` },
  ],
})

/** Whether its budget is not what the meeting saw; the change may be one that this reader is not told of. */
const hasChanged = ({ asOfMeeting }: CapitalView, { code, budget }: CapitalScheme): boolean => {
  const before = asOfMeeting.services.flatMap(({ schemes }) => schemes).find((each) => each.code === code)
  return Object.entries(budget).some(([year, amount]) => amount !== (before?.budget[year] ?? 0n))
}

const notices: Readonly<Record<string, string>> = {
  exempt: 'Whether it is exempt is recorded.',
  outcome: 'The outcome is recorded.',
  outturn: 'The past year is recorded.',
}

function spendFacts(mine: LikelyScheme | undefined, monitor: CapitalMonitor | null, code: string) {
  if (mine === undefined) return []
  const projects = monitor?.projects.filter(({ schemes }) => schemes.includes(code)) ?? []
  const until = monitor === null ? '' : ` by the end of ${monthText(monitor.month)}`
  const spent = projects.map(
    ({ title, spent, schemes }) =>
      `${poundsMillionText(spent)}${until}, as the project ${title}${schemes.length > 1 ? ' together with another scheme' : ''}`,
  )
  return [
    { term: 'Spent', text: spent.length === 0 ? 'Not stated for it alone' : spent.join('; ') },
    { term: 'Likely to end at', text: rangeText(mine.likely) ?? 'Not known' },
    { term: 'What that rests on', text: mine.likely.evidence },
  ]
}

function fundingFacts(changes: readonly HeldChange[], grants: readonly HeldGrant[], code: string) {
  const fromChanges = changes.flatMap(({ funding }) => funding ?? [])
  const fromGrants = grants.flatMap(({ title, assignments }) =>
    assignments
      .filter(({ scheme, illustrative }) => scheme === code && !illustrative)
      .map(({ amount }) => `${poundsText(amount)} of the ${title}`),
  )
  const all = [...new Set([...fromGrants, ...fromChanges])]
  return [{ term: 'Funding', text: all.length === 0 ? 'Not stated for it alone' : all.join('; ') }]
}

/** Every dimension has its row; one that nobody recorded says so. */
const outcomeRows = (outcomes: readonly SchemeOutcome[]) =>
  Object.entries(outcomeDimensions).map(([dimension, name]) => {
    const held = outcomes.find((each) => each.dimension === dimension)
    return {
      name,
      measure: held?.measure ?? null,
      aim: held?.aim ?? null,
      result: held?.result ?? null,
      illustrative: held?.illustrative ?? false,
    }
  })

function leadText({ budget }: CapitalScheme): string {
  const years = Object.entries(budget).filter(([, amount]) => amount !== 0n)
  if (years.length === 0) return 'It has no budget in any year of the programme.'
  const total = sumPence(years.map(([, amount]) => amount))
  if (years.length === 1) return `${poundsText(total)}, all of it in ${yearText(years[0]?.[0] ?? '')}.`
  return `${poundsText(total)} over ${years.length} years.`
}
