import { type Role, roles } from './roles.ts'

/** Which groups of a sign-in provider stand for which roles, and in which claim it lists them. */
export type RoleMapping = {
  readonly claim: string
  readonly roleOf: ReadonlyMap<string, Role>
}

/** `groups: gt-bi=business-intelligence, gt-audit=internal-audit`; nothing is no mapping. */
export function readRoleMapping(
  text: string,
):
  | { readonly ok: true; readonly value: RoleMapping | null }
  | { readonly ok: false; readonly problem: string } {
  if (text.trim() === '') return { ok: true, value: null }
  const [, claim = '', list = ''] = /^\s*([\w.-]+)\s*:\s*(.+)$/.exec(text) ?? []
  if (claim === '')
    return { ok: false, problem: 'it must be the claim, a colon, and group=role with commas between' }
  const roleOf = new Map<string, Role>()
  for (const part of list.split(',')) {
    // A group's own name may have an equals sign in it ('cn=bi,…' has commas too, and cannot be written here).
    const at = part.lastIndexOf('=')
    const [group, role] = [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    if (at < 0 || group === '') return { ok: false, problem: `'${part.trim()}' is not group=role` }
    if (!Object.hasOwn(roles, role)) return { ok: false, problem: `there is no role '${role}'` }
    roleOf.set(group, role as Role)
  }
  return { ok: true, value: { claim, roleOf } }
}

/** The roles that somebody's groups stand for. */
export const mappedRoles = ({ roleOf }: RoleMapping, groups: readonly string[]): readonly Role[] => [
  ...new Set(groups.flatMap((group) => roleOf.get(group) ?? [])),
]
