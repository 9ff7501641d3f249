import type { Change } from './change.ts'
import { isProbablyMet, isProbablyMissed } from './likelihood.ts'
import type { Position } from './position.ts'
import type { AssuranceReading, Likelihood } from './readings.ts'
import { belowFloorWords, changeTones, statusWords, type Tone, wordsOfChange } from './sentence-words.ts'

export type SentenceFacts = {
  readonly position: Exclude<Position, 'no-figures'>
  readonly belowFloor: boolean
  readonly change: Change
  /** What the process can do at its level, in words; null where it is not said. */
  readonly assurance: { readonly type: AssuranceReading['type']; readonly words: string } | null
  /** How the target's period is likely to end, in words; null where it is not said. */
  readonly end: { readonly likelihood: Likelihood; readonly words: string } | null
  /** What is to be known of the figure first: 'a provisional figure'; null where there is nothing. */
  readonly basis: string | null
}

/**
 * The evaluation in one sentence. Each clause is drawn from one part of the evaluation, and the words that join two say
 * whether they agree; what the process can do at its level is said only while that level holds.
 */
export function sentenceOf(facts: SentenceFacts): string {
  const { position, belowFloor, change, end, basis } = facts
  const status = statusWords[position]
  const words = belowFloor ? belowFloorWords : status.words
  const opening = `${words}, ${changeClause(status.tone, change)}`
  const assurance = change.state === 'none' ? facts.assurance : null
  return `${after(basis, opening)}${tail(status.tone, assurance, end)}.`
}

const after = (basis: string | null, opening: string): string =>
  basis === null ? opening : `On ${basis}: ${opening.charAt(0).toLowerCase()}${opening.slice(1)}`

function changeClause(status: Tone, change: Change): string {
  const { state } = change
  const words = wordsOfChange(change)
  const tone = changeTones[state]
  if (tone === 'none') return `${status === 'bad' && state === 'none' ? 'but' : 'with'} ${words}`
  return `${opposed(status, tone) ? 'but' : 'and'} ${words}`
}

const opposed = (a: Tone, b: Tone): boolean => (a === 'good' && b === 'bad') || (a === 'bad' && b === 'good')

function tail(status: Tone, assurance: SentenceFacts['assurance'], end: SentenceFacts['end']): string {
  if (!assurance) {
    if (!end) return ''
    return `${opposed(status, toneOf(end.likelihood)) ? ', though it is' : '; it is'} ${end.words}`
  }
  const level = `: ${assurance.words}`
  if (!end) return level
  const disagree =
    (assurance.type === 'will-meet' && isProbablyMissed(end.likelihood)) ||
    (assurance.type === 'will-miss' && isProbablyMet(end.likelihood))
  return `${level}${disagree ? ', yet the forecast is that it is' : ', and it is'} ${end.words}`
}

const toneOf = (likelihood: Likelihood): Tone =>
  isProbablyMissed(likelihood) ? 'bad' : isProbablyMet(likelihood) ? 'good' : 'plain'
