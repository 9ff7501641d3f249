import type { Db } from '../db/database.ts'
import { can } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import { nextStep } from '../domain/cycle/request-state.ts'
import { type Step, stepOrder } from '../domain/cycle/step.ts'
import { stepActions } from '../domain/cycle/who-acts.ts'
import { whyNotThem } from '../domain/cycle/who-decides.ts'
import { type Cycle, cyclesOf } from './cycles.ts'
import { type CycleRequest, cycleRequests } from './requests.ts'

export type OpenRequest = { readonly cycle: Cycle; readonly request: CycleRequest }

/** Every request of the cycles that are not locked, the earliest quarter first. */
export async function openRequests(db: Db): Promise<OpenRequest[]> {
  const open: OpenRequest[] = []
  for (const cycle of (await cyclesOf(db)).toReversed().filter(({ lock }) => lock === null))
    open.push(...(await cycleRequests(db, cycle)).map((request) => ({ cycle, request })))
  return open
}

/** Whether it waits for an answer: none was given yet, or it was sent back. */
export const isOwed = ({ request: { state } }: OpenRequest): boolean =>
  state === 'waiting' || state === 'sent-back'

/** Those an actor answers for. */
export const answeredBy = (actor: Actor, open: readonly OpenRequest[]): OpenRequest[] =>
  open.filter(({ request }) => can(actor, 'cycle.answer', { units: request.chain }).allowed)

export type Waiting = { readonly slug: string; readonly step: Step; readonly count: number }

/** How many answers wait for an actor's own agreement, by cycle and step. */
export function waitingFor(actor: Actor, open: readonly OpenRequest[]): Waiting[] {
  const person = { accountId: actor.accountId ?? null, name: actor.name }
  const mine = open.flatMap(({ cycle, request: { state, chain, answer, decisions } }) => {
    const step = nextStep(state)
    return step !== null &&
      answer !== null &&
      can(actor, stepActions[step], { units: chain }).allowed &&
      whyNotThem(person, step, answer.by, decisions) === null
      ? [{ slug: cycle.slug, step }]
      : []
  })
  return [...new Set(mine.map(({ slug }) => slug))].flatMap((slug) =>
    stepOrder
      .map((step) => ({
        slug,
        step,
        count: mine.filter((each) => each.slug === slug && each.step === step).length,
      }))
      .filter(({ count }) => count > 0),
  )
}
