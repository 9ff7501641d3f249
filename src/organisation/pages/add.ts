import { Conflict, NotFound } from '../../access/refusals.ts'
import { type Role, roles } from '../../domain/access/roles.ts'
import type { Unit } from '../../domain/access/unit.ts'
import { codeOfName } from '../../domain/organisation/code-of-name.ts'
import { fittingParents, type Part, unitOf } from '../../domain/organisation/part.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { addPost, addTeam } from '../add-part.ts'
import { partAddress, partAt, partFor } from '../part-address.ts'
import { changeReader } from '../read-change.ts'

/** The unit that a team or post is added to; a portfolio has no officers of its own. */
export const takesParts = (part: Part): Unit | null => {
  const unit = unitOf(part)
  const kinds: readonly string[] = fittingParents.post
  return unit !== null && kinds.includes(unit.kind) ? unit : null
}

export const addPage = page({
  path: '/organisation/:kind/:code/add',
  action: 'organisation.keep',
  template: 'organisation/pages/add.njk',
  view: async (asked) => {
    const { part, standing } = await partFor(asked.db, asked)
    const address = partAddress(part)
    if (takesParts(part) === null)
      throw new NotFound('Teams and posts belong to directorates, services and teams.', [
        { text: standing.name, href: address },
      ])
    const fields = { what: 'team', name: '', role: '', began: '', basis: '' }
    const { values, ...rest } = formView(asked, `${address}/add`, fields)
    return {
      name: standing.name,
      address,
      form: { ...rest, values },
      whats: [
        { value: 'team', text: 'Team' },
        { value: 'post', text: 'Post', hint: { text: 'A post of the structure, never the person in it' } },
      ],
      roles: [
        { value: '', text: 'None', selected: values.role === '' },
        ...Object.entries(roles).map(([value, text]) => ({ value, text, selected: value === values.role })),
      ],
    }
  },
  title: ({ name }) => `Add a team or post to ${name}`,
  breadcrumbs: ({ name, address }) => [
    { text: 'How the council is organised', href: '/organisation' },
    { text: name, href: address },
  ],
})

export const addForm = form({
  path: '/organisation/:kind/:code/add',
  action: 'organisation.keep',
  page: addPage,
  read: (body, { params }) => {
    const { day, words, typed, wrong, problems } = changeReader(body)
    const parent = takesParts(partAt(params))
    const what = typed('what')
    if (what !== 'team' && what !== 'post') wrong('what', 'Choose whether it is a team or a post')
    const role = typed('role')
    if (role !== '' && !Object.hasOwn(roles, role)) wrong('role', 'Choose a role, or none')
    const name = words('name', 'the name', 120)
    const code = codeOfName(name)
    if (name !== '' && code === '') wrong('name', 'Enter a name with letters or numbers in it')
    const input = {
      what,
      code,
      name,
      role: role === '' ? null : (role as Role),
      began: day('began', 'the day it began'),
      basis: words('basis', 'how it is known', 300),
    }
    if (problems.length > 0 || parent === null) return { ok: false, problems }
    return { ok: true, input: { ...input, parent } }
  },
  run: async (db, actor, { what, role, ...part }) => {
    try {
      if (what === 'team') await addTeam(db, actor, part)
      else await addPost(db, actor, { ...part, role })
      return { ok: true, result: null }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const field = error.message.startsWith('There is a ') ? 'name' : 'began'
      return { ok: false, problems: [{ field, text: error.message }] }
    }
  },
  leadsTo: (_, { params }) => `${partAddress(partAt(params))}?done=added`,
})
