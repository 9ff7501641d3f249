import { type Action, actions } from '../access/can.ts'
import { type Grant, inForceOn } from '../access/grant.ts'
import type { Role } from '../access/roles.ts'
import { sameUnit, type Unit } from '../access/unit.ts'
import { nextStep, type RequestState } from './request-state.ts'
import type { Step } from './step.ts'

/** What each step asks of whoever takes it. */
export const stepActions = {
  confirmation: 'cycle.confirm',
  'sign-off': 'cycle.sign-off',
  assurance: 'cycle.assure',
} as const satisfies Record<Step, Action>

/** A post with an account, and the roles given to it. */
export type Holder = { readonly post: string; readonly grants: readonly Grant[] }

/** What a request waits for somebody to do; null when it waits for nobody. */
export function awaitedAction(state: RequestState): Action | null {
  if (state === 'assured') return null
  const next = nextStep(state)
  return next === null ? 'cycle.answer' : stepActions[next]
}

/** The posts that may do something for a unit on a day: those nearest to it, and only those above when there are none. */
export function whoActs(
  holders: readonly Holder[],
  action: Action,
  chain: readonly Unit[],
  today: string,
): string[] {
  const able: readonly Role[] = actions[action].roles
  const holding = (unit: Unit) =>
    holders
      .filter(({ grants }) =>
        grants.some(
          (grant) => able.includes(grant.role) && inForceOn(grant, today) && sameUnit(grant.unit, unit),
        ),
      )
      .map(({ post }) => post)
  return [...new Set(chain.map(holding).find((posts) => posts.length > 0) ?? [])]
}
