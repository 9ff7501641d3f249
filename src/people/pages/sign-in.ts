import { attemptLimits } from '../../access/attempts.ts'
import { signInByPassword } from '../../access/sign-in.ts'
import { secretOf } from '../../web/cookie.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { ownAddress } from '../../web/own-address.ts'
import { page } from '../../web/page.ts'

export const signInPage = page({
  path: '/sign-in',
  action: 'session.own',
  template: 'people/pages/sign-in.njk',
  view: (asked) => {
    const next = ownAddress(asked.query.get('back'), '/')
    const { provider } = asked.site
    const fields = { email: '', password: '', back: next }
    return {
      form: formView(asked, '/sign-in', fields, { secret: ['password'] }),
      notice: asked.query.get('done') === 'password' ? 'Your password is set. Sign in with it.' : null,
      demo: asked.visit.demo,
      provider:
        provider === null
          ? null
          : { name: provider.name, href: `/sign-in/provider?back=${encodeURIComponent(next)}` },
    }
  },
  title: 'Sign in',
})

const refusals = {
  wrong: 'The e-mail address or the password is not right, or the account cannot be used',
  'too-many': `Too many sign-ins have failed. Wait ${attemptLimits.minutes} minutes and try again`,
}

export const signInForm = form({
  path: '/sign-in',
  action: 'session.own',
  page: signInPage,
  repeatable: true,
  read: (body) => {
    const email = (body.get('email') ?? '').trim()
    const password = body.get('password') ?? ''
    const problems = [
      ...(email === '' ? [{ field: 'email', text: 'Enter your e-mail address' }] : []),
      ...(password === '' ? [{ field: 'password', text: 'Enter your password' }] : []),
    ]
    if (problems.length > 0) return { ok: false, problems }
    // No password is longer, and hashing something huge would only cost time.
    const input = { email: email.slice(0, 320), password: password.slice(0, 1000), back: body.get('back') }
    return { ok: true, input }
  },
  run: async (db, actor, { email, password, back }, { address, device, visit, site }) => {
    const instead = secretOf(visit.key())
    const tried = { email, password, address, device, instead, now: site.now() }
    const signedIn = await signInByPassword(db, actor, tried)
    if (signedIn.ok) return { ok: true, result: { key: signedIn.key, back } }
    return {
      ok: false,
      problems: [{ field: 'email', text: refusals[signedIn.why] }],
      status: signedIn.why === 'too-many' ? 429 : 400,
    }
  },
  leadsTo: ({ key, back }) => ({ to: ownAddress(back, '/'), key }),
})
