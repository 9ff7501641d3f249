import { type Pence, sumPence } from '../money.ts'

/** What can become of a remedial action, in the order in which it does. */
export const remedialSteps = {
  approved: 'Approved',
  'in-forecast': 'Counted in the forecast',
  done: 'Done',
  stopped: 'Stopped',
} as const
export type RemedialStep = keyof typeof remedialSteps

export const remedialKinds = {
  action: 'Action',
  'provision-release': 'Release of a provision',
  'plan-for-members': 'Remedial plan for Members',
} as const
export type RemedialKind = keyof typeof remedialKinds

export type RemedialState = 'proposed' | RemedialStep

type Stepped = {
  /** By how much it lowers the forecast; null where nobody has valued it. */
  readonly value: Pence | null
  readonly steps: readonly { readonly step: RemedialStep; readonly inForecastFrom: string | null }[]
}

export const stateOf = ({ steps }: Pick<Stepped, 'steps'>): RemedialState => steps.at(-1)?.step ?? 'proposed'

const isStopped = (action: Stepped): boolean => stateOf(action) === 'stopped'
const isApproved = ({ steps }: Stepped): boolean => steps.some(({ step }) => step === 'approved')
/** Whether the services' own forecast of that month holds it already, so that it must not be counted again. */
const isInForecast = ({ steps }: Stepped, month: string): boolean =>
  steps.some(({ inForecastFrom }) => inForecastFrom !== null && inForecastFrom <= month)

/** Why a step cannot be taken now; null when it can. */
export function whyNotStep({ value, steps }: Stepped, step: RemedialStep): string | null {
  const state = stateOf({ steps })
  if (state === 'stopped') return 'It was stopped. Record a new action if it is taken up again.'
  if (state === 'done') return 'It is done already.'
  const approved = steps.some((each) => each.step === 'approved')
  if (step === 'approved') return approved ? 'It is approved already.' : null
  if (step === 'stopped') return null
  if (!approved) return 'It has not been approved yet. Record the approval first.'
  if (step === 'in-forecast') {
    if (value === null) return 'It has no value, so no forecast can count it.'
    if (steps.some((each) => each.step === 'in-forecast')) return 'A forecast counts it already.'
  }
  return null
}

export type RemedialBalance<A extends Stepped> = {
  /** The forecast variance before any action: positive is overspend. */
  readonly before: Pence
  readonly approved: Pence
  readonly proposed: Pence
  readonly afterApproved: Pence
  /** What remains if everything proposed is approved too. */
  readonly afterAll: Pence
  /** The overspend for which nobody has named an action with a value. */
  readonly stillToFind: Pence
  /** Each action in turn, with what the forecast comes to after it. */
  readonly running: readonly { readonly action: A; readonly after: Pence }[]
}

/** What the actions make of a month's forecast. What is stopped, or in that forecast already, is not counted. */
export function remedialBalance<A extends Stepped>(
  variance: Pence,
  actions: readonly A[],
  month: string,
): RemedialBalance<A> {
  const counts = (action: A) => !isStopped(action) && !isInForecast(action, month)
  const worth = (list: readonly A[]) => sumPence(list.map(({ value }) => value ?? 0n))
  const counted = actions.filter(counts)
  const approved = worth(counted.filter(isApproved))
  const proposed = worth(counted.filter((action) => !isApproved(action)))
  const afterAll = variance - approved - proposed
  let after = variance
  return {
    before: variance,
    approved,
    proposed,
    afterApproved: variance - approved,
    afterAll,
    stillToFind: afterAll > 0n ? afterAll : 0n,
    running: actions.map((action) => {
      if (counts(action)) after -= action.value ?? 0n
      return { action, after }
    }),
  }
}

/** An overspend that remains after the monitoring of July asks for a remedial plan, put to Members. */
export const planFallsDueAfter = (financialYear: string): string => `${financialYear.slice(0, 4)}-07`

export type PlanForMembers = 'waiting' | 'due' | 'not-needed' | 'made'

/** Whether Members are owed a remedial plan, as the month's monitoring shows it. What is only proposed does not count. */
export function planForMembers(asked: {
  readonly month: string
  readonly dueAfter: string
  readonly afterApproved: Pence
  readonly isMade: boolean
}): PlanForMembers {
  if (asked.isMade) return 'made'
  if (asked.month < asked.dueAfter) return 'waiting'
  return asked.afterApproved > 0n ? 'due' : 'not-needed'
}
