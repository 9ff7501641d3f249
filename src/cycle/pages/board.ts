import { can } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { unitText } from '../../domain/access/unit.ts'
import { progressOf, progressText } from '../../domain/cycle/progress.ts'
import { nextStep } from '../../domain/cycle/request-state.ts'
import { stepOrder, steps } from '../../domain/cycle/step.ts'
import { stepActions } from '../../domain/cycle/who-acts.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { addressWith } from '../../web/address.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { type BoardFacts, boardFacts } from '../board-facts.ts'
import { type BoardGroup, boardGroups } from '../board-groups.ts'
import type { CycleRequest } from '../requests.ts'
import { stateBar } from '../state-bar.ts'
import { isAnybodyNamed, whomToAsk } from '../whom-to-ask.ts'
import { boardTable } from './board-table.ts'
import { cycleName, dueSteps, lockText } from './cycle-words.ts'

const notices: Readonly<Record<string, string>> = {
  opened: 'The cycle is open. Every unit below has been asked for its figures.',
  locked: 'The quarter is locked. Its figures are the council’s, and a change to them is now a correction.',
}

/** How complete a cycle is, by directorate and unit; late and missing are for everybody to see. */
export const boardPage = page({
  path: '/cycles/:slug',
  action: 'cycle.view',
  template: 'cycle/pages/board.njk',
  view: async ({ db, actor, params, query, site }) => {
    const facts = await boardFacts(db, params.slug)
    const notice = notices[query.get('done') ?? ''] ?? null
    return { ...boardView(facts, actor, todayOf(site)), notice }
  },
  title: ({ name }) => `Completion board, ${name}`,
  tables: (view) => [view.table],
})

export function boardView(facts: BoardFacts, actor: Actor, today: string) {
  const { cycle, requests, organisation, holders } = facts
  const base = `/cycles/${cycle.slug}`
  const progress = progressOf(requests, today)
  const groups = boardGroups(requests, organisation)
  const listed = (changes: Readonly<Record<string, string | null>>) =>
    addressWith(`${base}/requests`, new URLSearchParams(), changes)
  const asked = groups.map((group) => ({ group, ask: whomToAsk(group.requests, holders, today) }))
  return {
    name: cycleName(cycle),
    sentence: progressText(progress, cycle.due.assurance),
    illustrative: cycle.illustrative,
    lock: cycle.lock && {
      text: lockText(cycle),
      progress: `${progress.assured} of ${progress.total} assured`,
      gapsReason: cycle.lock.gapsReason,
      reportHref: `/reports?period=${cycle.slug}`,
    },
    due: dueSteps(cycle),
    bar: stateBar('All requests', progress, (state) => listed({ state })),
    key: stateBar('All requests', progress, null).parts.map(({ status, label }) => ({ status, label })),
    overdueHref: progress.overdue > 0 ? listed({ state: 'overdue' }) : null,
    listHref: `${base}/requests`,
    tasks: tasksFor(facts, actor),
    somebodyIsNamed: requests.length === 0 || cycle.lock !== null || isAnybodyNamed(requests, holders, today),
    groups: asked.map(({ group, ask }) => groupView(group, ask)),
    table: boardTable(cycle, groups, holders, today) satisfies Table,
  }

  function groupView({ unit, name, requests, services }: BoardGroup<CycleRequest>, ask: string | null) {
    const progress = progressOf(requests, today)
    return {
      name,
      href: unit === null ? null : listed({ unit: unitText(unit) }),
      units: services.length === 1 ? 'Its unit' : `Its ${services.length} units`,
      unassigned: unit?.kind === 'council',
      bar: stateBar(name, progress, unit && ((state) => listed({ unit: unitText(unit), state }))),
      overdue: progress.overdue,
      ask,
      // A row of its own for a unit only where it says more than the row above it.
      services:
        services.length < 2 && services[0]?.unit.kind === unit?.kind
          ? []
          : services.map((service) => {
              const progress = progressOf(service.requests, today)
              return {
                name: service.unit.kind === 'directorate' ? 'The directorate itself' : service.name,
                href: listed({ unit: unitText(service.unit) }),
                bar: stateBar(service.name, progress, null),
                answered: `${progress.answered} of ${progress.total}`,
                overdue: progress.overdue,
                ask: whomToAsk(service.requests, holders, today),
              }
            }),
    }
  }
}

/** What this reader's role has to do with the cycle, with how much of it waits. */
function tasksFor({ cycle, requests }: BoardFacts, actor: Actor) {
  if (cycle.lock) return []
  const base = `/cycles/${cycle.slug}`
  const tasks = stepOrder
    .filter((step) => can(actor, stepActions[step]).allowed)
    .map((step) => {
      const mine = requests.filter(
        ({ state, chain }) =>
          nextStep(state) === step && can(actor, stepActions[step], { units: chain }).allowed,
      )
      return { text: `${steps[step].name}: ${waiting(mine.length)}`, href: `${base}/${step}` }
    })
  const mayLock = can(actor, 'cycle.lock').allowed
  return mayLock ? [...tasks, { text: 'Lock the quarter', href: `${base}/lock` }] : tasks
}

const waiting = (n: number): string =>
  n === 0 ? 'nothing waits for you' : `${n} ${n === 1 ? 'waits' : 'wait'} for you`
