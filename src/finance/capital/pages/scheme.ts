import { can } from '../../../domain/access/can.ts'
import type { CapitalScheme } from '../../../domain/finance/capital.ts'
import { poundsText, sumPence } from '../../../domain/money.ts'
import { page } from '../../../web/page.ts'
import { laterChangesTable, printedChangesTable } from '../change-tables.ts'
import { capitalChanges } from '../changes.ts'
import { firstYear, yearText } from '../programme-words.ts'
import { schemeOf } from '../scheme.ts'
import { schemeYearsTable } from '../scheme-tables.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** One scheme: its years, what changed, and what is known of it. */
export const schemePage = page({
  path: '/finance/capital/:year/schemes/:scheme',
  action: 'finance.view',
  template: 'finance/capital/pages/scheme.njk',
  view: async ({ db, actor, params }) => {
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
    return {
      year,
      nav: capitalNav(view, null),
      title: scheme.title,
      service: scheme.serviceName,
      lead: leadText(scheme),
      isExempt: view.exempt.has(scheme.code),
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

function leadText({ budget }: CapitalScheme): string {
  const years = Object.entries(budget).filter(([, amount]) => amount !== 0n)
  if (years.length === 0) return 'It has no budget in any year of the programme.'
  const total = sumPence(years.map(([, amount]) => amount))
  if (years.length === 1) return `${poundsText(total)}, all of it in ${yearText(years[0]?.[0] ?? '')}.`
  return `${poundsText(total)} over ${years.length} years.`
}
