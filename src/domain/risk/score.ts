/** How likely it is, and how bad it would be: each from 1 to 5. */
export type Score = { readonly likelihood: number; readonly impact: number }

export const HIGHEST = 5
export const steps = [1, 2, 3, 4, 5] as const

export const scoreKinds = {
  inherent: { text: 'Inherent', says: 'as it would be if nothing were done about it' },
  current: { text: 'Current', says: 'as it is with the controls there are' },
  target: { text: 'Target', says: 'as it is to be once the actions are done' },
} as const
export type ScoreKind = keyof typeof scoreKinds

export const NOT_SCORED = 'Not scored'

/** Likelihood times impact: 1 to 25. */
export const scoreOf = ({ likelihood, impact }: Score): number => likelihood * impact

export const isStep = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= HIGHEST

type BandOf = { readonly text: string; readonly from: number; readonly tone: 'good' | 'close' | 'bad' }

/** The bands of a score, the highest first. They are this service's own: the papers name none. */
export const bands = {
  'very-high': { text: 'Very high', from: 16, tone: 'bad' },
  high: { text: 'High', from: 10, tone: 'bad' },
  medium: { text: 'Medium', from: 5, tone: 'close' },
  low: { text: 'Low', from: 1, tone: 'good' },
} as const satisfies Record<string, BandOf>
export type Band = keyof typeof bands

/** @throws RangeError for what no likelihood and impact can make. */
export function bandOf(score: Score): Band {
  const value = scoreOf(score)
  if (!isStep(score.likelihood) || !isStep(score.impact))
    throw new RangeError(`${score.likelihood} × ${score.impact} is no score: each is from 1 to ${HIGHEST}.`)
  return (Object.keys(bands) as Band[]).find((band) => value >= bands[band].from) ?? 'low'
}

/** '20, very high (likelihood 4 × impact 5)'; what is not scored says so. */
export const scoreText = (score: Score | null): string =>
  score === null
    ? NOT_SCORED
    : `${scoreOf(score)}, ${bands[bandOf(score)].text.toLowerCase()} (likelihood ${score.likelihood} × impact ${score.impact})`
