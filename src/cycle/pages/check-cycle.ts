import { NotFound } from '../../access/refusals.ts'
import { unitText } from '../../domain/access/unit.ts'
import { counted } from '../../domain/counted.ts'
import { chainOf } from '../../domain/organisation/organisation-on.ts'
import { addDays } from '../../domain/period.ts'
import { dayText, periodSlug, quarterText } from '../../domain/period-text.ts'
import { unitsOn } from '../../organisation/organisation-facts.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { boardGroups } from '../board-groups.ts'
import { openCycle } from '../open-cycle.ts'
import { requestsDue } from '../requests-due.ts'
import { dueFieldNames, dueFields, readCycle } from './read-cycle.ts'

/** Who would be asked for how much, before anybody is. */
export const checkCyclePage = page({
  path: '/cycles/new/check',
  action: 'cycle.open',
  template: 'cycle/pages/check-cycle.njk',
  view: async (asked) => {
    const { db, actor, query, typed } = asked
    const given = typed.path === null ? query : typed.body
    const read = readCycle(given)
    if (!read.ok)
      throw new NotFound('There is nothing to check: the quarter and its days are not in this address.', [
        { text: 'Open a reporting cycle', href: '/cycles/new' },
      ])
    const { quarter, due } = read.input
    const organisation = await unitsOn(db, addDays(quarter.end, -1))
    const requests = (await requestsDue(db, actor, quarter)).map((each) => ({
      ...each,
      chain: chainOf(organisation, each.unit),
    }))
    const groups = boardGroups(requests, organisation)
    const unassigned = requests.filter(({ unit }) => unit.kind === 'council').length
    const words = requests.filter(({ asks }) => asks === 'words').length
    return {
      quarter: quarterText(quarter),
      form: formView(asked, '/cycles', { quarter: periodSlug(quarter), ...due }),
      fieldNames: ['quarter', ...dueFieldNames] as const,
      changeHref: `/cycles/new?${new URLSearchParams({ quarter: periodSlug(quarter), ...due })}`,
      days: dueFieldNames.map((field) => ({ label: dueFields[field], day: dayText(due[field]) })),
      total: counted(requests.length, 'request'),
      asks: `${counted(requests.length - words, 'figure')} with words, and words only on ${counted(words, 'figure')} that a publisher brings in`,
      empty: requests.length === 0,
      unassigned:
        unassigned === 0
          ? null
          : `No unit answers for ${counted(unassigned, 'measure')}: ${unassigned === 1 ? 'this goes' : 'these go'} to Performance and Business Intelligence.`,
      groups: groups
        .filter(({ unit }) => unit?.kind !== 'council')
        .map(({ name, requests, services }) => ({
          name,
          count: requests.length,
          services: services.map(({ unit, name, requests }) => ({
            key: unitText(unit),
            name: unit.kind === 'directorate' ? 'The directorate itself' : name,
            count: requests.length,
          })),
        })),
    }
  },
  title: 'Check before the cycle opens',
  breadcrumbs: () => [
    { text: 'Reporting cycles', href: '/cycles' },
    { text: 'Open a reporting cycle', href: '/cycles/new' },
  ],
})

export const openCycleForm = form({
  path: '/cycles',
  action: 'cycle.open',
  page: checkCyclePage,
  read: readCycle,
  run: async (db, actor, input) => ({ ok: true, result: await openCycle(db, actor, input) }),
  leadsTo: ({ slug }) => `/cycles/${slug}?done=opened`,
})
