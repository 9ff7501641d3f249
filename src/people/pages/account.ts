import { accountsOf } from '../../access/accounts.ts'
import { calendarAddressMadeAt } from '../../access/calendar-address.ts'
import { sessionLimits, sessionsOf } from '../../access/sessions.ts'
import { can } from '../../domain/access/can.ts'
import { roles } from '../../domain/access/roles.ts'
import { formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import { type Asked, page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { grantWords } from '../grant-words.ts'
import { namedUnits } from '../queries.ts'

const notices: Readonly<Record<string, string>> = {
  role: 'You are using another role.',
  password: 'Your password is changed, and everywhere else you are signed out.',
  'signed-out': 'That session is ended.',
  delegated: 'Your role is handed over for those days.',
  'calendar-ended': 'The address of your dates is ended: no program can read them by it any more.',
}

/** Somebody's own account: their roles, where they are signed in, their password, and handing a role over. */
export const accountPage = page({
  path: '/account',
  action: 'session.own',
  template: 'people/pages/account.njk',
  view: async (asked) => {
    const { actor, visit, query } = asked
    const account = visit.session?.account ?? null
    return {
      roleName: visit.known ? roles[actor.role] : null,
      demo: visit.demo,
      notice: notices[query.get('done') ?? ''] ?? null,
      tasks: can(actor, 'people.view').allowed ? 'keeper' : 'reader',
      idleMinutes: String(sessionLimits.idleMinutes),
      hours: String(sessionLimits.hours),
      account: account === null ? null : await accountPart(asked, account.id),
    }
  },
  title: 'Your account',
})

async function accountPart(asked: Asked, accountId: number) {
  const { db, site, actor, visit, typed } = asked
  const today = todayOf(site)
  const units = await namedUnits(db, today)
  const all = await accountsOf(db)
  const account = all.find(({ id }) => id === accountId)
  const labels = new Map(all.map(({ id, label }) => [id, label]))
  const grants = (account?.grants ?? []).map((grant) => grantWords(grant, today, units, labels))
  const held = actor.grants ?? []
  const others = [...new Set(held.map(({ role }) => role))].filter((role) => role !== actor.role)
  const delegable = held.filter(
    ({ kind, role, unit }) =>
      kind !== 'delegated' && can({ ...actor, role }, 'role.delegate', { units: [unit] }).allowed,
  )
  const addressMadeAt = await calendarAddressMadeAt(db, accountId)
  const sessions = await sessionsOf(db, accountId, site.now())
  return {
    label: account?.label ?? '',
    email: account?.email ?? '',
    hasPassword: account?.hasPassword ?? false,
    grants: grants.filter(({ when }) => when !== 'past'),
    others: others.map((role) => ({ role, name: roles[role] })),
    roleForm: formView(asked, '/account/role', { role: '' }),
    sessions: sessions.map(({ number, device, beganAt, seenAt }) => ({
      number: String(number),
      device,
      began: momentText(beganAt),
      seen: momentText(seenAt),
      here: number === visit.session?.number,
    })),
    sessionForm: formView(asked, '/account/sessions', { session: '' }),
    calendar: {
      shown: typed.shown,
      made: addressMadeAt === null ? null : momentText(addressMadeAt),
      makeForm: formView(asked, '/account/calendar', {}),
      endForm: formView(asked, '/account/calendar/end', {}),
    },
    passwordForm: formView(
      asked,
      '/account/password',
      { current: '', next: '', again: '' },
      { secret: ['current', 'next', 'again'] },
    ),
    delegable: delegable.map((grant) => {
      const { role, unit } = grantWords(grant, today, units, labels)
      return { value: String(grant.id), text: `${role}, ${unit}` }
    }),
    delegationForm: formView(asked, '/account/delegations', {
      grant: delegable[0] === undefined ? '' : String(delegable[0].id),
      to: '',
      from: '',
      until: '',
    }),
  }
}
