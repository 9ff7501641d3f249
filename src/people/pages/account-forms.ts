import { delegateRole } from '../../access/account-commands.ts'
import { Forbidden } from '../../access/refusals.ts'
import { changePassword } from '../../access/sign-in.ts'
import { secretOf } from '../../web/cookie.ts'
import { form, type Problem } from '../../web/form.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { readNewPassword } from '../read-new-password.ts'
import { accountPage } from './account.ts'

export const changePasswordForm = form({
  path: '/account/password',
  action: 'session.own',
  page: accountPage,
  read: (body) => {
    const current = body.get('current') ?? ''
    if (current === '')
      return { ok: false, problems: [{ field: 'current', text: 'Enter the password you have now' }] }
    const next = readNewPassword(body)
    return next.ok ? { ok: true, input: { current, next: next.input } } : next
  },
  run: async (db, actor, { current, next }, { visit, site, address }) => {
    const account = visit.session?.account ?? null
    const key = secretOf(visit.key())
    if (account === null || key === null) throw new Forbidden('Sign in before changing a password.')
    const tried = { email: account.email, password: current, address, now: site.now() }
    const changed = await changePassword(db, actor, { ...tried, next, key })
    if (changed.ok) return { ok: true, result: changed.key }
    if ('problem' in changed) return { ok: false, problems: [{ field: 'next', text: changed.problem }] }
    return changed.why === 'wrong'
      ? { ok: false, problems: [{ field: 'current', text: 'This is not the password you have now' }] }
      : {
          ok: false,
          problems: [{ field: 'current', text: 'Too many wrong passwords. Wait a quarter of an hour' }],
          status: 429,
        }
  },
  leadsTo: (key) => ({ to: '/account?done=password', key }),
})

export const delegationForm = form({
  path: '/account/delegations',
  action: 'role.delegate',
  page: accountPage,
  read: (body, { site }) => {
    const problems: Problem[] = []
    const to = (body.get('to') ?? '').trim()
    const [from, until] = [readDay(body.get('from') ?? ''), readDay(body.get('until') ?? '')]
    const grantId = Number(body.get('grant') || Number.NaN)
    if (!Number.isSafeInteger(grantId)) problems.push({ field: 'grant', text: 'Choose which role' })
    if (to === '') problems.push({ field: 'to', text: 'Enter the e-mail address of whoever stands in' })
    if (from === null) problems.push({ field: 'from', text: 'Enter the first day, such as 1 9 2024' })
    if (until === null) problems.push({ field: 'until', text: 'Enter the last day, such as 14 9 2024' })
    else if (from !== null && until < from)
      problems.push({ field: 'until', text: 'The last day must not be before the first' })
    else if (until < todayOf(site)) problems.push({ field: 'until', text: 'The last day must not be past' })
    if (problems.length > 0 || from === null || until === null) return { ok: false, problems }
    return { ok: true, input: { grantId, toEmail: to, from, until } }
  },
  run: async (db, actor, input) => {
    const label = await delegateRole(db, actor, input)
    if (label !== null) return { ok: true, result: label }
    return { ok: false, problems: [{ field: 'to', text: 'Nobody else with an account has this address' }] }
  },
  leadsTo: () => '/account?done=delegated',
})
