import { can } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import { nextStep, stepsTaken } from '../domain/cycle/request-state.ts'
import { type Step, stepOrder } from '../domain/cycle/step.ts'
import { stepActions } from '../domain/cycle/who-acts.ts'
import { whyNotThem } from '../domain/cycle/who-decides.ts'
import type { CycleRequest } from './requests.ts'

export type Waiting = {
  /** Nothing about them is remarkable: they may be agreed to together. */
  readonly plain: readonly CycleRequest[]
  /** To be looked at one by one, each with why. */
  readonly remarkable: readonly { readonly request: CycleRequest; readonly remarks: readonly string[] }[]
  /** In turn and of this actor's unit, and yet for somebody else: their own figure, or agreed to by them before. */
  readonly notThem: readonly { readonly request: CycleRequest; readonly why: string }[]
  /** Of this actor's units, and still to be answered or agreed to by those before. */
  readonly notYet: readonly CycleRequest[]
  /** In turn, of units that are not this actor's. */
  readonly elsewhere: readonly CycleRequest[]
}

/** What waits for somebody at one step, and what does not and why. */
export function waitingFor(
  actor: Actor,
  step: Step,
  requests: readonly CycleRequest[],
  remarks: ReadonlyMap<string, readonly string[]>,
): Waiting {
  const person = { accountId: actor.accountId ?? null, name: actor.name }
  const own = ({ chain }: CycleRequest) => can(actor, stepActions[step], { units: chain }).allowed
  const inTurn = requests.filter(({ state }) => nextStep(state) === step)
  const mine = inTurn.filter(own).map((request) => ({
    request,
    why: request.answer === null ? null : whyNotThem(person, step, request.answer.by, request.decisions),
    remarks: remarks.get(request.measure.code) ?? [],
  }))
  const takeable = mine.filter(({ why }) => why === null)
  return {
    plain: takeable.filter((each) => each.remarks.length === 0).map(({ request }) => request),
    remarkable: takeable.filter((each) => each.remarks.length > 0),
    notThem: mine.flatMap(({ request, why }) => (why === null ? [] : [{ request, why }])),
    notYet: requests.filter((each) => stepsTaken(each.state) <= stepOrder.indexOf(step) && own(each)),
    elsewhere: inTurn.filter((each) => !own(each)),
  }
}
