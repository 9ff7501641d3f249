import { calendarAddressHolder } from '../../access/calendar-address.ts'
import { Forbidden } from '../../access/refusals.ts'
import { actorOf } from '../../access/sessions.ts'
import { can } from '../../domain/access/can.ts'
import { isWanted } from '../../domain/calendar/dated-item.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { type Route, resource } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { feedText } from '../feed.ts'
import { type DatedSource, datedItems, rolesOf } from '../sources.ts'
import { feedWindow } from '../span.ts'

/** Somebody's own dates for a program that cannot sign in: whoever knows the address reads what its holder may see today. */
export const ownDates = (sources: readonly DatedSource[]): Route =>
  resource({
    path: '/calendar/own/:token',
    action: 'calendar.follow',
    gather: async ({ db, actor: { authorityId }, params, site }) => {
      const today = todayOf(site)
      const account = await calendarAddressHolder(db, params.token)
      const holder = actorOf(authorityId, { account, role: null }, today)
      const decision = can(holder, 'calendar.view')
      if (!decision.allowed) throw new Forbidden(decision.reason)
      const items = await datedItems(db, holder, feedWindow(today), sources)
      return {
        items: items.filter((item) => isWanted(item, { roles: rolesOf(holder), kind: null })),
        authority: await authorityOf(db, holder),
        whose: holder.name,
        publicUrl: site.publicUrl,
      }
    },
    answer: (facts) => ({ type: 'text/calendar; charset=utf-8', body: feedText(facts) }),
  })
