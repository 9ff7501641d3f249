import { accountFor, accountsOf, statusesOf } from '../../access/accounts.ts'
import { passwordLinkHours } from '../../access/password-commands.ts'
import { NotFound } from '../../access/refusals.ts'
import { can } from '../../domain/access/can.ts'
import { grantKinds } from '../../domain/access/grant.ts'
import { roles } from '../../domain/access/roles.ts'
import { unitText } from '../../domain/access/unit.ts'
import { formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import { page } from '../../web/page.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { grantWords } from '../grant-words.ts'
import { namedUnits } from '../queries.ts'
import { statusWords } from '../status-words.ts'

const notices: Readonly<Record<string, string>> = {
  added:
    'The account is added. Give its holder a link to set a password, unless they come by the council’s own sign-in.',
  granted: 'The role is given.',
  ended: 'The role is ended.',
  status: 'The account’s status is changed.',
}

/** The number of an account in an address. */
export function accountNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFound('There is no such account here.')
  return Number(text)
}

/** One account: what it holds and held, and everything that can be done with it. */
export const personPage = page({
  path: '/people/:id',
  action: 'people.view',
  template: 'people/pages/person.njk',
  view: async (asked) => {
    const { db, params, site, query, typed, actor } = asked
    const id = accountNumber(params.id)
    const account = await accountFor(db, id)
    const today = todayOf(site)
    const [units, all] = [await namedUnits(db, today), await accountsOf(db)]
    const labels = new Map(all.map((each) => [each.id, each.label]))
    const address = `/people/${id}`
    const fields = {
      role: '',
      unit: 'council',
      kind: 'held',
      onBehalfOf: '',
      from: typedDay(today),
      until: '',
    }
    const grantForm = formView(asked, `${address}/roles`, fields, { prefix: '' })
    const chosen = (value: string, text: string, now: string) => ({ value, text, selected: value === now })
    const { values } = grantForm
    const decision = can(actor, 'people.keep', { accountId: id })
    return {
      label: account.label,
      email: account.email,
      status: statusWords[account.status],
      hasPassword: account.hasPassword,
      notice: notices[query.get('done') ?? ''] ?? null,
      refusal: decision.allowed ? null : decision.reason,
      link: typed.shown,
      linkHours: String(passwordLinkHours),
      grants: account.grants.map((grant) => grantWords(grant, today, units, labels)),
      statuses: (await statusesOf(db, id)).map(({ status, at, byName, reason }) => ({
        status: statusWords[status],
        at: momentText(at),
        by: byName,
        reason,
      })),
      endForm: formView(asked, `${address}/roles/end`, { grant: '' }),
      linkForm: formView(asked, `${address}/password-link`, {}),
      statusForm: formView(asked, `${address}/status`, {
        status: account.status,
        reason: '',
        seen: String(account.statusNumber),
      }),
      grantForm,
      roleItems: [
        chosen('', 'Choose a role', values.role),
        ...Object.entries(roles).map(([value, text]) => chosen(value, text, values.role)),
      ],
      unitItems: units
        .filter(({ closed }) => !closed)
        .map(({ unit, name }) => chosen(unitText(unit), name, values.unit)),
      kindItems: Object.entries(grantKinds).map(([value, text]) => ({ value, text })),
      accountItems: [
        chosen('', 'Nobody', values.onBehalfOf),
        ...all
          .filter((each) => each.id !== id && each.status !== 'left')
          .map((each) => chosen(String(each.id), each.label, values.onBehalfOf)),
      ],
      statusItems: Object.entries(statusWords).map(([value, text]) => ({ value, text })),
    }
  },
  title: ({ label }) => label,
  breadcrumbs: () => [{ text: 'People', href: '/people' }],
})
