import {
  type PlanForMembers,
  type RemedialState,
  remedialSteps,
  stateOf,
} from '../../domain/finance/revenue-remedial.ts'
import { monthText } from '../../domain/financial-year.ts'
import { poundsMillionText } from '../../domain/money.ts'
import { dayText } from '../../domain/period-text.ts'
import type { RemedialAction } from './remedial.ts'

/** Where an action stands: 'Approved by Cabinet on 25 July 2024', 'Proposed: nobody has approved it yet'. */
export function stateText(action: Pick<RemedialAction, 'steps' | 'kind'>): string {
  const last = action.steps.at(-1)
  if (last === undefined)
    return action.kind === 'plan-for-members' ? 'Conditional' : 'Proposed: no approval is recorded'
  const by = last.decidedBy === null ? '' : ` by ${last.decidedBy}`
  const month = last.inForecastFrom === null ? '' : ` from ${monthText(last.inForecastFrom)}`
  return `${remedialSteps[last.step]}${month}${by} on ${dayText(last.onDay)}`
}

/** The colour and word of a state, for a table. */
export const stateStatus = (action: Pick<RemedialAction, 'steps' | 'kind'>) => {
  const state = stateOf(action)
  const tones = {
    proposed: 'neutral',
    approved: 'good',
    'in-forecast': 'good',
    done: 'good',
    stopped: 'none',
  } as const satisfies Record<RemedialState, string>
  return { tone: tones[state], text: stateText(action) }
}

export const valueText = ({ value, kind }: Pick<RemedialAction, 'value' | 'kind'>): string =>
  value === null
    ? kind === 'plan-for-members'
      ? 'Not an amount'
      : 'Not valued'
    : `−${poundsMillionText(value)}`

/** Whether Members are owed a remedial plan, and why. */
export function planText(state: PlanForMembers, dueAfter: string, month: string, left: string): string {
  const rule = `A remedial plan for Members falls due when an overspend remains after the monitoring of ${monthText(dueAfter)}`
  switch (state) {
    case 'waiting':
      return `${rule}. It is not due at the end of ${monthText(month)}.`
    case 'due':
      return `${rule}, and ${left} remains at the end of ${monthText(month)} after what is approved: the plan is due.`
    case 'not-needed':
      return `${rule}. Nothing remains at the end of ${monthText(month)}, so none is asked for.`
    case 'made':
      return `The remedial plan for Members is made.`
    default:
      return state satisfies never
  }
}
