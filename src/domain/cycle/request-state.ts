import type { DueDays } from './due-days.ts'
import { type Step, stepOrder } from './step.ts'

/** One person's word on an answer. */
export type Decision = {
  readonly step: Step
  readonly decision: 'agreed' | 'sent-back'
}

/** Where a request stands. An answer that was sent back waits for its officer again, and says so. */
export const requestStates = {
  waiting: { name: 'Waiting for an answer', next: null },
  'sent-back': { name: 'Sent back', next: null },
  given: { name: 'Waiting for confirmation', next: 'confirmation' },
  confirmed: { name: 'Waiting for sign-off', next: 'sign-off' },
  'signed-off': { name: 'Waiting for assurance', next: 'assurance' },
  assured: { name: 'Assured', next: null },
} as const satisfies Record<string, { name: string; next: Step | null }>

export type RequestState = keyof typeof requestStates

export const stateOrder = Object.keys(requestStates) as readonly RequestState[]

/** Where a request stands, from whether it was answered and what was decided on its latest answer, in order. */
export function requestState(answered: boolean, decisions: readonly Decision[]): RequestState {
  if (!answered) return 'waiting'
  const last = decisions.at(-1)
  if (last === undefined) return 'given'
  if (last.decision === 'sent-back') return 'sent-back'
  const reached: Record<Step, RequestState> = {
    confirmation: 'confirmed',
    'sign-off': 'signed-off',
    assurance: 'assured',
  }
  return reached[last.step]
}

/** The step an answer waits for; null when it waits for its officer, or for nobody. */
export const nextStep = (state: RequestState): Step | null => requestStates[state].next

/** By when what a request now waits for is due; null when it waits for nothing. */
export function dueDay(state: RequestState, days: DueDays): string | null {
  switch (state) {
    case 'waiting':
    case 'sent-back':
      return days.entry
    case 'given':
      return days.confirmation
    case 'confirmed':
      return days.signOff
    case 'signed-off':
      return days.assurance
    case 'assured':
      return null
    default:
      return state satisfies never
  }
}

/** How far a request has come: 0 unanswered, 1 answered, then one more for each step. */
export function stepsTaken(state: RequestState): number {
  if (state === 'waiting' || state === 'sent-back') return 0
  const next = nextStep(state)
  return next === null ? stepOrder.length + 1 : stepOrder.indexOf(next) + 1
}
