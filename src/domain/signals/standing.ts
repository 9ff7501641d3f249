import { addWorkingDays } from '../calendar/working-days.ts'
import { DAYS_TO_RETURN, type FirstLevel, type Level, levelAbove, levels, type Step } from './signal.ts'

export type TakenStep = { readonly step: Step; readonly day: string }

export const signalStates = {
  waiting: { text: 'Waiting', tone: 'close' },
  decided: { text: 'Decided, to be returned', tone: 'close' },
  answered: { text: 'Answered', tone: 'neutral' },
  settled: { text: 'Settled', tone: 'good' },
  unsettled: { text: 'Closed, not settled', tone: 'none' },
} as const
export type SignalState = keyof typeof signalStates

export type Standing = {
  readonly state: SignalState
  readonly level: Level
  readonly isTakenUp: boolean
  /** It was answered here, which did not answer it for whoever raised it: the forum is next. */
  readonly onlyForum: boolean
  /** By when whoever it waits for has to answer or pass it up; null where it waits for no officer. */
  readonly due: string | null
}

/** Where something stands that was raised, from what was done about it, in order. */
export function standingOf(
  signal: { readonly firstLevel: FirstLevel; readonly raisedOn: string },
  taken: readonly TakenStep[],
): Standing {
  const first = waitingAt(signal.firstLevel, signal.raisedOn)
  return taken.reduce(after, first)
}

const waitingAt = (level: Level, from: string, onlyForum = false): Standing => ({
  state: 'waiting',
  level,
  isTakenUp: false,
  onlyForum,
  due: addWorkingDays(from, levels[level].days),
})

function after(standing: Standing, { step, day }: TakenStep): Standing {
  const { level } = standing
  const ended = (state: SignalState): Standing => ({ ...standing, state, due: null })
  switch (step) {
    case 'taken-up':
      return { ...standing, isTakenUp: true }
    case 'passed-up':
      return waitingAt(levelAbove(level) ?? level, day)
    case 'put-to-forum':
      return waitingAt('forum', day)
    case 'decided':
      return { ...standing, state: 'decided', due: addWorkingDays(day, DAYS_TO_RETURN) }
    case 'answered':
    case 'returned':
      return ended('answered')
    case 'settled':
      return ended('settled')
    case 'not-settled':
      if (level === 'forum') return ended('unsettled')
      return level === 'assistant-director'
        ? waitingAt(level, day, true)
        : waitingAt(levelAbove(level) ?? level, day)
    default:
      return step satisfies never
  }
}

/** What can be done next: by those it waits for, or by whoever raised it. A level is never skipped. */
export function nextSteps({ state, level, isTakenUp, onlyForum }: Standing): readonly Step[] {
  if (state === 'answered') return ['settled', 'not-settled']
  if (state === 'decided') return ['returned']
  if (state !== 'waiting') return []
  if (level === 'forum') return ['decided']
  const upwards: Step = level === 'assistant-director' ? 'put-to-forum' : 'passed-up'
  return [
    ...(isTakenUp ? [] : (['taken-up'] as const)),
    ...(onlyForum ? [] : (['answered'] as const)),
    upwards,
  ]
}
