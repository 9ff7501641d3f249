import { NotFound } from '../../access/refusals.ts'
import { actions, can } from '../../domain/access/can.ts'
import { type Actor, type Role, roles } from '../../domain/access/roles.ts'
import { rolesOfGroups, tasksOf } from '../../domain/organisation/framework-tasks.ts'
import { page } from '../../web/page.ts'
import { type FrameworkRole, frameworkRoles } from '../queries.ts'

/** The twelve groups of the framework, councillors first. */
export const frameworkRolesPage = page({
  path: '/organisation/roles',
  action: 'organisation.view',
  template: 'organisation/pages/roles.njk',
  view: async ({ db, actor }) => {
    const groups = Map.groupBy(await frameworkRoles(db), ({ group }) => group)
    return {
      groups: [...groups].map(([name, members], index) => ({
        id: `group-${index + 1}`,
        name,
        members: members.map(({ code, body, purpose, tasks }) => ({
          body,
          href: `/organisation/roles/${code}`,
          purpose,
          tasks: tasksOf(tasks).length,
          yours: rolesOfGroups[code] === actor.role,
        })),
      })),
    }
  },
  title: 'Roles and their tasks',
  breadcrumbs: () => [{ text: 'How the council is organised', href: '/organisation' }],
})

/** One group: what it is there for, its tasks with the pages that help, and what it may do here. */
export const frameworkRolePage = page({
  path: '/organisation/roles/:code',
  action: 'organisation.view',
  template: 'organisation/pages/role.njk',
  view: async ({ db, actor, params }) => {
    const all = await frameworkRoles(db)
    const found = all.find(({ code }) => code === params.code)
    if (!found)
      throw new NotFound(
        `There is no role '${params.code}' in the framework.`,
        all.map(({ code, body }) => ({ text: body, href: `/organisation/roles/${code}` })),
      )
    return roleView(found, actor)
  },
  title: ({ body }) => body,
  breadcrumbs: () => [
    { text: 'How the council is organised', href: '/organisation' },
    { text: 'Roles and their tasks', href: '/organisation/roles' },
  ],
})

export function roleView({ code, ...group }: FrameworkRole, reader: Actor) {
  const role = rolesOfGroups[code] ?? null
  return {
    body: group.body,
    group: group.group,
    purpose: group.purpose,
    responsibility: group.responsibility,
    source: group.source,
    role: role === null ? null : roles[role],
    yours: role === reader.role,
    // A page is offered when the role may see it, and whoever reads this may too.
    tasks: tasksOf(group.tasks).map(({ task, pages }) => ({
      task,
      pages: pages
        .filter(({ action }) => role !== null && mayBoth(role, reader, action))
        .map(({ text, href }) => ({ text, href })),
    })),
    may: role === null ? [] : saysOf(role),
  }
}

const mayBoth = (role: Role, reader: Actor, action: Parameters<typeof can>[1]): boolean =>
  can({ authorityId: reader.authorityId, role, name: roles[role] }, action).allowed &&
  can(reader, action).allowed

const saysOf = (role: Role): string[] =>
  Object.values(actions)
    .filter((rule) => (rule.roles as readonly Role[]).includes(role))
    .map(({ says }) => says)
