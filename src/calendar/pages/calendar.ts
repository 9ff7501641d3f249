import { page, type Route } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { calendarRules } from '../queries.ts'
import { type DatedSource, datedItems, rolesOf } from '../sources.ts'
import { spanOf } from '../span.ts'
import { askedFor } from './asked-for.ts'
import { calendarView } from './calendar-view.ts'

export const calendarPage = (sources: readonly DatedSource[]): Route =>
  page({
    path: '/calendar',
    action: 'calendar.view',
    template: 'calendar/pages/calendar.njk',
    view: async ({ db, actor, query, path, site }) => {
      const today = todayOf(site)
      const span = spanOf(query, today)
      return calendarView({
        rules: await calendarRules(db),
        items: await datedItems(db, actor, span, sources),
        today,
        span,
        choice: askedFor(query, rolesOf(actor)),
        path,
        query,
      })
    },
    title: ({ heading }) => heading,
    periods: ({ periods }) => periods,
    tables: ({ table }) => [table],
  })
