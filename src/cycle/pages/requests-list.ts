import type { Actor } from '../../domain/access/roles.ts'
import { unitText } from '../../domain/access/unit.ts'
import { isOverdue } from '../../domain/cycle/progress.ts'
import { requestStates, stateOrder } from '../../domain/cycle/request-state.ts'
import { seesAnswer } from '../../domain/cycle/who-sees.ts'
import { nameOn } from '../../domain/organisation/organisation-on.ts'
import { dayText, shortPeriodText } from '../../domain/period-text.ts'
import { page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { todayOf } from '../../web/site.ts'
import { type BoardFacts, boardFacts } from '../board-facts.ts'
import { boardGroups, unassignedName } from '../board-groups.ts'
import { type EarlierFigure, earlierFigures } from '../earlier-figures.ts'
import { figureWords } from '../figure-words.ts'
import { filtered, requestFilter } from '../request-filter.ts'
import type { CycleRequest } from '../requests.ts'
import { stateTones } from '../state-bar.ts'
import { whomItWaitsFor } from '../whom-to-ask.ts'
import { cycleCrumbs, cycleName } from './cycle-words.ts'
import { requestsTable } from './requests-table.ts'

const pageSize = 100

/** Every request of a cycle with where it stands, by state and unit when the address says so. */
export const requestsPage = page({
  path: '/cycles/:slug/requests',
  action: 'cycle.view',
  template: 'cycle/pages/requests-list.njk',
  view: async ({ db, actor, params, query, path, site }) => {
    const facts = await boardFacts(db, params.slug)
    const today = todayOf(site)
    const filter = requestFilter(query)
    const kept = filtered(facts.requests, filter, today)
    const rows = requestRows(
      { ...facts, requests: kept },
      actor,
      await earlierFigures(db, actor, kept),
      today,
    )
    const pages = pagesOf({ total: rows.length, size: pageSize, path, query })
    const option = (value: string, text: string, chosen: string) => ({
      value,
      text,
      selected: value === chosen,
    })
    const unit = filter.unit ? unitText(filter.unit) : ''
    const name = cycleName(facts.cycle)
    return {
      name,
      slug: facts.cycle.slug,
      path,
      clearHref: filter.state || filter.unit ? path : null,
      states: [
        option('', 'Any state', filter.state ?? ''),
        option('overdue', 'Overdue', filter.state ?? ''),
        ...stateOrder.map((state) => option(state, requestStates[state].name, filter.state ?? '')),
      ],
      units: [
        option('', 'Every unit', unit),
        ...unitOptions(facts).map((each) => option(each.value, each.text, unit)),
      ],
      count:
        rows.length === facts.requests.length
          ? `${rows.length} requests`
          : `${rows.length} of ${facts.requests.length} requests`,
      rows: rows.slice(pages.from, pages.to),
      pages,
      table: requestsTable(facts.cycle, rows),
    }
  },
  title: ({ name }) => `Requests, ${name}`,
  breadcrumbs: cycleCrumbs,
  tables: ({ table }) => [table],
})

export type RequestRow = ReturnType<typeof requestRows>[number]

/** Requests as they are listed: where each stands for everybody, its figure only for those who may read it. */
export function requestRows(
  { cycle, requests, organisation, holders }: BoardFacts,
  actor: Actor,
  earlier: ReadonlyMap<string, readonly EarlierFigure[]>,
  today: string,
) {
  return requests.map((request) => {
    const { measure, period, unit, state, due, answer } = request
    const seen = seesAnswer(actor, { ...request, givenBy: answer?.by ?? null })
    const words = figureWords(request, earlier.get(measure.code) ?? [])
    return {
      code: measure.code,
      title: measure.title,
      href: `/cycles/${cycle.slug}/review/${measure.code}`,
      period: shortPeriodText(period),
      unit: unit.kind === 'council' ? unassignedName : nameOn(organisation, unit),
      state: requestStates[state].name,
      tone: stateTones[state],
      due: due === null ? null : dayText(due),
      overdue: isOverdue(request, today),
      figure: figureOf(request, seen, words.value, words.missing),
      exact: seen ? words.exact : null,
      note: seen ? words.note : null,
      ask: whomItWaitsFor(request, holders, today),
      illustrative: request.illustrative,
    }
  })
}

function figureOf(
  { answer, asks }: CycleRequest,
  seen: boolean,
  value: string | null,
  missing: string,
): string {
  if (answer === null && asks === 'figure') return 'not answered'
  if (asks === 'words') return value ?? missing
  return seen ? (value ?? missing) : 'draft'
}

function unitOptions({ requests, organisation }: BoardFacts) {
  return boardGroups(requests, organisation).flatMap(({ unit, name, services }) => [
    ...(unit === null ? [] : [{ value: unitText(unit), text: name }]),
    ...services
      .filter((service) => unit === null || unitText(service.unit) !== unitText(unit))
      .map((service) => ({ value: unitText(service.unit), text: `– ${service.name}` })),
  ])
}
