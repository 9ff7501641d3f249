import { actions } from './can.ts'
import { type Role, roles } from './roles.ts'
import type { Unit } from './unit.ts'

/** Why somebody has a role: it is their own, they stand in for a post that is empty, or its holder is away. */
export const grantKinds = {
  held: 'Held',
  'acting-up': 'Acting up',
  delegated: 'Delegated while away',
} as const

export type GrantKind = keyof typeof grantKinds

/** One role, over one unit, for a time. Days are ISO and both inclusive; no last day means until it is ended. */
export type Grant = {
  readonly id: number
  readonly role: Role
  readonly unit: Unit
  readonly kind: GrantKind
  readonly from: string
  readonly until: string | null
  /** The account whose role it is, when it is delegated. */
  readonly onBehalfOf: number | null
  /** The first day on which it was no longer held, when it was ended before its time. */
  readonly endedOn: string | null
}

/** Whether a grant counts on a day: begun, not past its last day, not ended. */
export const inForceOn = ({ from, until, endedOn }: Grant, day: string): boolean =>
  from <= day && (until === null || day <= until) && (endedOn === null || day < endedOn)

/** Which of several roles somebody reads and acts in unless they choose: the one that may do the most. */
export function mostAble(held: readonly Role[]): Role | null {
  const order = Object.keys(roles) as Role[]
  const ability = (role: Role): number =>
    Object.values(actions).filter((rule) => (rule.roles as readonly Role[]).includes(role)).length
  return (
    [...new Set(held)].toSorted(
      (a, b) => ability(b) - ability(a) || order.indexOf(a) - order.indexOf(b),
    )[0] ?? null
  )
}
