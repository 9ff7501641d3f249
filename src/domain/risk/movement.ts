import { type Score, scoreOf } from './score.ts'

export const movements = {
  up: { text: 'Up', says: 'the risk has grown' },
  down: { text: 'Down', says: 'the risk has lessened' },
  same: { text: 'Same', says: 'the score has not changed' },
  first: { text: 'First score', says: 'there is no earlier score' },
  'not-scored': { text: 'Not scored', says: 'there is no score' },
} as const
export type Movement = keyof typeof movements

export type DatedScore = Score & { readonly scoredOn: string }

/** What a later score is against an earlier one. */
export function movementFrom(before: Score | null, now: Score | null): Movement {
  if (now === null) return 'not-scored'
  if (before === null) return 'first'
  const [was, is] = [scoreOf(before), scoreOf(now)]
  return is > was ? 'up' : is < was ? 'down' : 'same'
}

/** How the current score has moved since it was last scored: a review that leaves it as it is scores it the same again. */
export const movementOf = (scores: readonly DatedScore[]): Movement =>
  movementFrom(scores.at(-2) ?? null, scores.at(-1) ?? null)

/** How it has moved since the end of a day: between two reports. */
export function movementSince(scores: readonly DatedScore[], day: string): Movement {
  return movementFrom(scores.findLast(({ scoredOn }) => scoredOn <= day) ?? null, scores.at(-1) ?? null)
}
