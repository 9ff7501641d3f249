import { dayText } from '../period-text.ts'
import { type RequestState, stateOrder, stepsTaken } from './request-state.ts'

/** One request as far as progress is counted. */
export type Counted = { readonly state: RequestState; readonly due: string | null }

export type Progress = {
  readonly total: number
  readonly answered: number
  readonly assured: number
  /** Whatever they wait for should have been done by now. */
  readonly overdue: number
  /** Every state, in the order in which an answer goes through them. */
  readonly states: readonly { readonly state: RequestState; readonly count: number }[]
}

export const isOverdue = ({ due }: Pick<Counted, 'due'>, today: string): boolean =>
  due !== null && due < today

export function progressOf(requests: readonly Counted[], today: string): Progress {
  return {
    total: requests.length,
    answered: requests.filter(({ state }) => stepsTaken(state) > 0).length,
    assured: requests.filter(({ state }) => state === 'assured').length,
    overdue: requests.filter((each) => isOverdue(each, today)).length,
    states: stateOrder.map((each) => ({
      state: each,
      count: requests.filter(({ state }) => state === each).length,
    })),
  }
}

/** '36 of 86 answered, 12 assured; 9 overdue; locks after 25 July 2024' */
export function progressText({ total, answered, assured, overdue }: Progress, locksAfter: string): string {
  if (total === 0) return 'Nothing is asked for in this quarter.'
  const late = overdue === 0 ? 'nothing overdue' : `${overdue} overdue`
  return `${answered} of ${total} answered, ${assured} assured; ${late}; locks after ${dayText(locksAfter)}`
}
