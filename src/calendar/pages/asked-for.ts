import { type Role, roles } from '../../domain/access/roles.ts'
import { type CalendarKind, calendarKinds } from '../../domain/calendar/calendar-kind.ts'
import type { Wanted } from '../../domain/calendar/dated-item.ts'

export type Choice = Wanted & {
  /** What stands in the address: a role, or 'mine'. */
  readonly role: Role | 'mine' | null
  readonly kind: CalendarKind | null
}

/** The filters of an address. What there is not is no filter. */
export function askedFor(query: URLSearchParams, own: readonly Role[]): Choice {
  const [role, kind] = [query.get('role') ?? '', query.get('kind') ?? '']
  const asked = role === 'mine' || isRole(role) ? role : null
  return {
    role: asked,
    roles: asked === null ? null : asked === 'mine' ? own : [asked],
    kind: Object.hasOwn(calendarKinds, kind) ? (kind as CalendarKind) : null,
  }
}

const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

/** Whose and of what kind, in a few words; null when it is everything. */
export function choiceWords({ role, kind }: Choice): string | null {
  const whose = role === null ? null : role === 'mine' ? 'yours' : roles[role]
  const words = [whose, kind === null ? null : calendarKinds[kind]].filter((each) => each !== null)
  return words.length === 0 ? null : words.join(', ')
}
