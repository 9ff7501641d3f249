import type { Change, ChangeKind, ChangeState } from './change.ts'
import type { Position } from './position.ts'

/** Whether a status is welcome: it decides between 'and' and 'but'. */
export type Tone = 'good' | 'bad' | 'plain'

export const statusWords: Record<
  Exclude<Position, 'no-figures'>,
  { readonly words: string; readonly tone: Tone }
> = {
  exceeding: { words: 'Well ahead of target', tone: 'good' },
  green: { words: 'Green', tone: 'good' },
  amber: { words: 'Amber', tone: 'bad' },
  red: { words: 'Red', tone: 'bad' },
  'best-quarter': { words: 'Among the best of similar councils', tone: 'good' },
  middle: { words: 'In the middle of similar councils', tone: 'plain' },
  'worst-quarter': { words: 'Among the worst of similar councils', tone: 'bad' },
  'not-ranked': { words: 'Not ranked', tone: 'plain' },
}

export const belowFloorWords = 'Red and below the minimum standard'

type Words = { readonly firm: string; readonly trial: string }
const always = (words: string): Words => ({ firm: words, trial: words })

/** Firm words, and careful ones for limits that are drawn from few figures or from no steady level. A level is compared with the usual, never called a movement. */
export const changeWords: Record<ChangeState, Record<ChangeKind, Words>> = {
  better: {
    moving: { firm: 'improving', trial: 'perhaps improving' },
    level: { firm: 'better than usual', trial: 'perhaps better than usual' },
    'five-year': always('improving over five years'),
  },
  worse: {
    moving: { firm: 'getting worse', trial: 'perhaps getting worse' },
    level: { firm: 'worse than usual', trial: 'perhaps worse than usual' },
    'five-year': always('getting worse over five years'),
  },
  high: {
    moving: { firm: 'rising', trial: 'perhaps rising' },
    level: { firm: 'higher than usual', trial: 'perhaps higher than usual' },
    'five-year': always('rising over five years'),
  },
  low: {
    moving: { firm: 'falling', trial: 'perhaps falling' },
    level: { firm: 'lower than usual', trial: 'perhaps lower than usual' },
    'five-year': always('falling over five years'),
  },
  none: forEach({ firm: 'no real change', trial: 'no sign of real change' }),
  mixed: forEach(always('no clear direction')),
  unknown: forEach(always('too few figures to tell change from chance')),
}

function forEach(words: Words): Record<ChangeKind, Words> {
  return { moving: words, level: words, 'five-year': words }
}

export const wordsOfChange = ({ state, kind, isFirm }: Change): string =>
  changeWords[state][kind][isFirm ? 'firm' : 'trial']

/** Which way a change is welcome. */
export const changeTones: Record<ChangeState, Tone | 'none'> = {
  better: 'good',
  worse: 'bad',
  high: 'plain',
  low: 'plain',
  none: 'none',
  mixed: 'none',
  unknown: 'none',
}
