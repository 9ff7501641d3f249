import { type Pence, sumPence } from '../money.ts'

export const actionProgress = {
  'not stated': { text: 'Not stated', tone: 'none' },
  'not started': { text: 'Not started', tone: 'neutral' },
  'under way': { text: 'Under way', tone: 'neutral' },
  done: { text: 'Done', tone: 'good' },
  late: { text: 'Late', tone: 'bad' },
  stopped: { text: 'Stopped', tone: 'bad' },
} as const
export type ActionProgress = keyof typeof actionProgress

export type DatesBasis = 'stated' | 'inferred' | 'not stated'

export type RecoveryAction = {
  readonly code: string
  readonly position: number
  readonly workstream: string
  readonly title: string
  /** '2024-09'. */
  readonly startsIn: string | null
  readonly endsIn: string | null
  readonly datesBasis: DatesBasis
  /** What it saves in a full year; null where nobody said. */
  readonly value: Pence | null
  readonly progress: ActionProgress
  readonly words: string | null
  readonly source: string
}

export type RecoverySummary = {
  readonly actions: number
  readonly workstreams: number
  readonly valued: number
  readonly value: Pence
  /** Whose last month is past, and which nobody said to be done or stopped. */
  readonly overdue: number
}

/** What a recovery plan comes to on a day. */
export const recoverySummary = (actions: readonly RecoveryAction[], today: string): RecoverySummary => ({
  actions: actions.length,
  workstreams: new Set(actions.map(({ workstream }) => workstream)).size,
  valued: actions.filter(({ value }) => value !== null).length,
  value: sumPence(actions.map(({ value }) => value ?? 0n)),
  overdue: actions.filter((action) => isOverdue(action, today)).length,
})

export const isOverdue = ({ endsIn, progress }: RecoveryAction, today: string): boolean =>
  endsIn !== null && endsIn < today.slice(0, 7) && progress !== 'done' && progress !== 'stopped'
