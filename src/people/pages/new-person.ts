import { addAccount } from '../../access/account-commands.ts'
import { roles } from '../../domain/access/roles.ts'
import { unitText } from '../../domain/access/unit.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { namedUnits } from '../queries.ts'
import { readGrant } from '../read-grant.ts'

export const newPersonPage = page({
  path: '/people/new',
  action: 'people.keep',
  template: 'people/pages/new-person.njk',
  view: async (asked) => {
    const fields = { email: '', label: '', role: '', unit: 'council', from: typedDay(todayOf(asked.site)) }
    const units = await namedUnits(asked.db, todayOf(asked.site))
    const { values, ...rest } = formView(asked, '/people/new', fields)
    return {
      form: { ...rest, values },
      roles: [
        { value: '', text: 'Choose a role', selected: values.role === '' },
        ...Object.entries(roles).map(([value, text]) => ({ value, text, selected: value === values.role })),
      ],
      units: units
        .filter(({ closed }) => !closed)
        .map(({ unit, name }) => {
          const value = unitText(unit)
          return { value, text: name, selected: value === values.unit }
        }),
    }
  },
  title: 'Add an account',
  breadcrumbs: () => [{ text: 'People', href: '/people' }],
})

export const newPersonForm = form({
  path: '/people/new',
  action: 'people.keep',
  page: newPersonPage,
  read: (body) => {
    const email = (body.get('email') ?? '').trim()
    const label = (body.get('label') ?? '').trim()
    const problems = [
      ...(/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254
        ? []
        : [{ field: 'email', text: 'Enter an e-mail address, such as head.of.housing@example.gov.uk' }]),
      ...(label === '' || label.length > 120
        ? [{ field: 'label', text: 'Enter the post, such as Head of Housing, in at most 120 characters' }]
        : []),
    ]
    const grant = readGrant(body, null)
    if (grant.ok && problems.length === 0) return { ok: true, input: { email, label, grant: grant.input } }
    return { ok: false, problems: [...problems, ...(grant.ok ? [] : grant.problems)] }
  },
  run: async (db, actor, input) => {
    const id = await addAccount(db, actor, input)
    if (id !== null) return { ok: true, result: id }
    return { ok: false, problems: [{ field: 'email', text: 'This address has an account already' }] }
  },
  leadsTo: (id) => `/people/${id}?done=added`,
})
