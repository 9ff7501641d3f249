import { linkedAccount } from '../../access/password-commands.ts'
import { setFirstPassword } from '../../access/sign-in.ts'
import { shortestPassword } from '../../domain/access/password-rules.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { readNewPassword } from '../read-new-password.ts'

export const setPasswordPage = page({
  path: '/set-password/:token',
  action: 'session.own',
  template: 'people/pages/set-password.njk',
  view: async (asked) => {
    const { db, params, site, path } = asked
    const { email, label } = await linkedAccount(db, params.token, site.now())
    const fields = { next: '', again: '' }
    const secret = ['next', 'again'] as const
    return { email, label, shortest: shortestPassword, form: formView(asked, path, fields, { secret }) }
  },
  title: 'Set your password',
})

export const setPasswordForm = form({
  path: '/set-password/:token',
  action: 'session.own',
  page: setPasswordPage,
  read: readNewPassword,
  run: async (db, actor, next, { params, site }) => {
    const input = { token: params.token, password: next, now: site.now() }
    const set = await setFirstPassword(db, actor, input)
    return set.ok
      ? { ok: true, result: null }
      : { ok: false, problems: [{ field: 'next', text: set.problem }] }
  },
  leadsTo: () => '/sign-in?done=password',
})
