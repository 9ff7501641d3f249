import { type Actor, type Role, roles } from './roles.ts'

/**
 * Everything anybody can do, and which roles may. A page or command names its action; nothing is decided elsewhere.
 * Source of the officer and member tasks: the framework's performance management structure (roles and tasks).
 */
const council: readonly Role[] = (Object.keys(roles) as Role[]).filter((role) => role !== 'resident')
const keepers: readonly Role[] = ['business-intelligence', 'operator']
const trailReaders: readonly Role[] = [
  'chief-executive',
  'internal-audit',
  'business-intelligence',
  'operator',
]

export const actions = {
  'home.view': { says: 'see how the council is doing', roles: council },
  'thread.view': { says: 'walk the golden thread', roles: council },
  'plan.view': { says: 'read plans', roles: council },
  'measure.view': { says: 'read the register of measures and their figures', roles: council },
  'finance.view': { says: 'read the revenue and capital position', roles: council },
  'report.view': { says: 'read reports', roles: council },
  'audit.view': { says: 'read the event trail', roles: trailReaders },
  'organisation.keep': { says: 'record directorates, services and portfolios', roles: keepers },
  'quarter.open': { says: 'open a quarter for reporting', roles: keepers },
  'area.keep': { says: 'record areas and comparator groups', roles: keepers },
  'plan.keep': { says: 'record plans and their items', roles: keepers },
  'measure.keep': { says: 'keep the register of measures', roles: keepers },
  'measure.record-values': { says: 'record figures', roles: keepers },
  'finance.record': { says: 'record the financial position', roles: keepers },
  'report.make': { says: 'make reports', roles: keepers },
} as const satisfies Record<string, { says: string; roles: readonly Role[] }>

export type Action = keyof typeof actions

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string }

/** Whether `actor` may do `action`, with the reason and whom to ask when not. */
export function can(actor: Actor, action: Action): Decision {
  const rule = actions[action]
  if (rule.roles.includes(actor.role)) return { allowed: true }
  const able = rule.roles.map((role) => roles[role]).join(', ')
  return {
    allowed: false,
    reason: `${roles[actor.role]} may not ${rule.says}. This is done by: ${able}.`,
  }
}
