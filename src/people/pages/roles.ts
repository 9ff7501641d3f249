import { actions } from '../../domain/access/can.ts'
import { type Role, roles } from '../../domain/access/roles.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { page } from '../../web/page.ts'

/** The table by which everything is decided, as it is in the code. */
export const rolesPage = page({
  path: '/about/roles',
  action: 'about.view',
  template: 'people/pages/roles.njk',
  view: ({ actor }) => ({
    actions: Object.values(actions).map(({ says, roles: able }) => ({
      says,
      who: whoMay(able),
      you: (able as readonly Role[]).includes(actor.role),
    })),
    role: roles[actor.role],
  }),
  title: 'Who may do what',
  tables: () => [rolesTable],
})

function whoMay(able: readonly Role[]): string {
  const others = (Object.keys(roles) as Role[]).filter((role) => !able.includes(role))
  const [other] = others
  if (other === undefined) return 'Everybody'
  return others.length === 1 ? `Everybody but ${roles[other]}` : able.map((role) => roles[role]).join(', ')
}

const rolesTable: Table = {
  name: 'roles',
  caption: 'Roles and actions',
  columns: [
    { key: 'action', label: 'Action', align: 'left', weight: 3 },
    ...Object.entries(roles).map(([key, label]) => ({ key, label, align: 'left' as const, weight: 1 })),
  ],
  rows: Object.values(actions).map(({ says, roles: able }) => ({
    role: 'body',
    cells: [
      { kind: 'text', text: says },
      ...(Object.keys(roles) as Role[]).map((role) => ({
        kind: 'text' as const,
        text: (able as readonly Role[]).includes(role) ? 'yes' : 'no',
      })),
    ],
  })),
  notes: [],
}
