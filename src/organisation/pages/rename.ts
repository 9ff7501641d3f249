import { Conflict } from '../../access/refusals.ts'
import { partKinds } from '../../domain/organisation/part.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { partAddress, partAt, partFor } from '../part-address.ts'
import { changeReader } from '../read-change.ts'
import { renameUnit } from '../rename-unit.ts'

export const renamePage = page({
  path: '/organisation/:kind/:code/rename',
  action: 'organisation.keep',
  template: 'organisation/pages/rename.njk',
  view: async (asked) => {
    const { part, standing } = await partFor(asked.db, asked)
    const address = partAddress(part)
    return {
      name: standing.name,
      kind: partKinds[part.kind].toLowerCase(),
      address,
      form: formView(asked, `${address}/rename`, { name: standing.name, from: '', reason: '' }),
    }
  },
  title: ({ name }) => `Rename ${name}`,
  breadcrumbs: ({ name, address }) => [
    { text: 'How the council is organised', href: '/organisation' },
    { text: name, href: address },
  ],
})

export const renameForm = form({
  path: '/organisation/:kind/:code/rename',
  action: 'organisation.keep',
  page: renamePage,
  read: (body, { params }) => {
    const { day, words, problems } = changeReader(body)
    const input = {
      unit: partAt(params),
      name: words('name', 'the name', 120),
      from: day('from', 'the first day of the new name'),
      reason: words('reason', 'why it is renamed', 300),
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, input }
  },
  run: async (db, actor, input) => {
    try {
      return { ok: true, result: await renameUnit(db, actor, input) }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return { ok: false, problems: [{ field: 'from', text: error.message }] }
    }
  },
  leadsTo: (renamed, { params }) =>
    `${partAddress(partAt(params))}?done=${renamed ? 'renamed' : 'unchanged'}`,
})
