import { dueDays } from '../../domain/cycle/due-days.ts'
import { parseQuarter, periodSlug, quarterText } from '../../domain/period-text.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { quartersToOpen } from '../quarters-to-open.ts'
import { dueFieldNames, dueFields, readCycle } from './read-cycle.ts'

/** Which quarter, and by when each step is due; the days are proposed. */
export const newCyclePage = page({
  path: '/cycles/new',
  action: 'cycle.open',
  template: 'cycle/pages/new-cycle.njk',
  view: async (asked) => {
    const { db, query, typed, site } = asked
    const open = await quartersToOpen(db, todayOf(site))
    const wanted = parseQuarter(typed.body.get('quarter') ?? query.get('quarter') ?? '')
    const quarter = (wanted.ok ? wanted.value : open[0]) ?? null
    const proposed = quarter === null ? null : dueDays(quarter)
    const first = (field: keyof typeof dueFields) => typedDay(query.get(field) ?? proposed?.[field] ?? '')
    const slug = quarter === null ? '' : periodSlug(quarter)
    const inForm = formView(asked, '/cycles/new/check', {
      quarter: slug,
      entry: first('entry'),
      confirmation: first('confirmation'),
      signOff: first('signOff'),
      assurance: first('assurance'),
    })
    return {
      form: inForm,
      quarter: quarter === null ? null : quarterText(quarter),
      quarters: open.map((each) => ({
        value: periodSlug(each),
        text: quarterText(each),
        selected: periodSlug(each) === slug,
      })),
      fields: dueFieldNames.map((name) => ({
        name,
        label: dueFields[name],
        value: inForm.values[name],
        error: inForm.errors[name],
      })),
    }
  },
  title: 'Open a reporting cycle',
  breadcrumbs: () => [{ text: 'Reporting cycles', href: '/cycles' }],
})

/** Opens nothing: a look at what will be asked comes before. */
export const newCycleForm = form({
  path: '/cycles/new/check',
  action: 'cycle.open',
  page: newCyclePage,
  repeatable: true,
  read: readCycle,
  run: async (_db, _actor, input) => ({ ok: true, result: input }),
  leadsTo: ({ quarter, due }) =>
    `/cycles/new/check?${new URLSearchParams({ quarter: periodSlug(quarter), ...due })}`,
})

/** '2024-07-12' as people write it: '12 7 2024'. */
const typedDay = (day: string): string => day.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$3 $2 $1')
