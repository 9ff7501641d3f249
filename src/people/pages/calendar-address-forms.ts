import { endCalendarAddress, makeCalendarAddress } from '../../access/calendar-address.ts'
import { form } from '../../web/form.ts'
import { accountPage } from './account.ts'

export const makeCalendarAddressForm = form({
  path: '/account/calendar',
  action: 'session.own',
  page: accountPage,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, { site }) => ({
    ok: true,
    result: await makeCalendarAddress(db, actor, { now: site.now() }),
  }),
  leadsTo: (token, { site }) => ({
    to: '/account',
    show: `${site.publicUrl ?? ''}/calendar/own/${token}`,
  }),
})

export const endCalendarAddressForm = form({
  path: '/account/calendar/end',
  action: 'session.own',
  page: accountPage,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor) => ({ ok: true, result: await endCalendarAddress(db, actor) }),
  leadsTo: () => '/account?done=calendar-ended',
})
