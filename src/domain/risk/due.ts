import { addDays } from '../period.ts'

/** Days before a review within which it is said to be soon. */
const SOON = 30

export const reviewStandings = {
  overdue: { text: 'Review overdue', tone: 'bad' },
  soon: { text: 'Review due soon', tone: 'close' },
  planned: { text: 'Review planned', tone: 'neutral' },
  'not-stated': { text: 'Review date not stated', tone: 'none' },
} as const
export type ReviewStanding = keyof typeof reviewStandings

/** How the next review stands on a day. What is due today is not overdue. */
export function reviewStanding(due: string | null, today: string): ReviewStanding {
  if (due === null) return 'not-stated'
  if (due < today) return 'overdue'
  return due <= addDays(today, SOON) ? 'soon' : 'planned'
}

export const progresses = { 'under-way': 'Under way', done: 'Done', stopped: 'Stopped' } as const
export type Progress = keyof typeof progresses

export const actionStates = {
  overdue: { text: 'Overdue', tone: 'bad' },
  'not-begun': { text: 'Not begun', tone: 'neutral' },
  'under-way': { text: 'Under way', tone: 'neutral' },
  done: { text: 'Done', tone: 'good' },
  stopped: { text: 'Stopped', tone: 'none' },
} as const
export type ActionState = keyof typeof actionStates

/** How an action stands on a day, from what was last told of it. */
export function actionState(due: string, progress: Progress | null, today: string): ActionState {
  if (progress === 'done' || progress === 'stopped') return progress
  if (due < today) return 'overdue'
  return progress ?? 'not-begun'
}

export const isOpenAction = (state: ActionState): boolean => state !== 'done' && state !== 'stopped'
