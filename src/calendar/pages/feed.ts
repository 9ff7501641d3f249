import { isWanted } from '../../domain/calendar/dated-item.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { type Route, resource } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { feedText } from '../feed.ts'
import { type DatedSource, datedItems, rolesOf } from '../sources.ts'
import { feedWindow } from '../span.ts'
import { askedFor, choiceWords } from './asked-for.ts'

/** The dates as a file, for whoever is signed in. */
export const calendarFile = (sources: readonly DatedSource[]): Route =>
  resource({
    path: '/calendar.ics',
    action: 'calendar.view',
    gather: async ({ db, actor, query, site }) => {
      const choice = askedFor(query, rolesOf(actor))
      const items = await datedItems(db, actor, feedWindow(todayOf(site)), sources)
      return {
        items: items.filter((item) => isWanted(item, choice)),
        authority: await authorityOf(db, actor),
        whose: choiceWords(choice),
        publicUrl: site.publicUrl,
      }
    },
    answer: (facts) => ({ type: 'text/calendar; charset=utf-8', body: feedText(facts) }),
  })
