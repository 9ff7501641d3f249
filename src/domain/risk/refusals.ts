import { dayText } from '../period-text.ts'
import { HIGHEST, isStep, type Score, type ScoreKind, scoreKinds, scoreOf, scoreText } from './score.ts'

type Held = Readonly<Record<ScoreKind, Score | null>>

/** What is wrong with a score by itself, and what to do; null when nothing is. */
export function scoreFault({ likelihood, impact }: Score): string | null {
  if (!isStep(likelihood)) return `Likelihood is a whole number from 1 to ${HIGHEST}. Choose one of the list.`
  if (!isStep(impact)) return `Impact is a whole number from 1 to ${HIGHEST}. Choose one of the list.`
  return null
}

/**
 * What is odd about a score beside those that are held, and is asked about before it is kept: a risk is meant to be at its
 * worst with nothing done about it, and at its best at its target.
 */
export function scoreDoubt(kind: ScoreKind, score: Score, held: Held): string | null {
  const all: Held = { ...held, [kind]: score }
  const isAbove = (one: ScoreKind, other: ScoreKind): boolean => {
    const [a, b] = [all[one], all[other]]
    return (kind === one || kind === other) && a !== null && b !== null && scoreOf(a) > scoreOf(b)
  }
  const doubt = (one: ScoreKind, other: ScoreKind) =>
    `The ${one} score (${scoreText(all[one])}) would be above the ${other} one (${scoreText(all[other])}). ${scoreKinds[one].text} is the risk ${scoreKinds[one].says}; ${other} is ${scoreKinds[other].says}. Correct it, or say that it is right.`
  if (isAbove('target', 'inherent')) return doubt('target', 'inherent')
  if (isAbove('current', 'inherent')) return doubt('current', 'inherent')
  if (isAbove('target', 'current')) return doubt('target', 'current')
  return null
}

/** What is wrong with the day of something that was done. */
export const doneOnFault = (day: string, today: string): string | null =>
  day > today ? `${dayText(day)} is still to come. Give the day on which it was done.` : null

/** What is wrong with the day by which something is to be done. */
export const dueFault = (day: string, today: string): string | null =>
  day < today ? `${dayText(day)} is past. Give a day that is still to come.` : null

/** What is wrong with the days of a review. */
export function reviewFault(reviewedOn: string, nextDue: string, today: string): string | null {
  const undone = doneOnFault(reviewedOn, today)
  if (undone !== null) return undone
  if (nextDue <= reviewedOn) return 'The next review is due after this one. Give a later day.'
  return dueFault(nextDue, today)
}
