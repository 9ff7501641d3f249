import type { Likelihood } from './readings.ts'

/** How a probability is said, from the likeliest down: each from its least probability on. */
const likelihoods: readonly { readonly least: number; readonly likelihood: Likelihood }[] = [
  { least: 0.9, likelihood: 'very-likely' },
  { least: 0.65, likelihood: 'likely' },
  { least: 0.35, likelihood: 'either-way' },
  { least: 0.1, likelihood: 'unlikely' },
  { least: 0, likelihood: 'very-unlikely' },
]

export const likelihoodOf = (probability: number): Likelihood =>
  likelihoods.find(({ least }) => probability >= least)?.likelihood ?? 'very-unlikely'

export const likelihoodWords: Record<Likelihood, string> = {
  'very-likely': 'very likely to',
  likely: 'likely to',
  'either-way': 'as likely as not to',
  unlikely: 'unlikely to',
  'very-unlikely': 'very unlikely to',
}

/** 'about 2 in 10'; at the ends, where tenths would say never or always, 'fewer than 1 in 20'. */
export function oddsText(probability: number): string {
  if (probability < 0.05) return 'less than 1 in 20'
  if (probability > 0.95) return 'more than 19 in 20'
  return `about ${Math.min(9, Math.max(1, Math.round(probability * 10)))} in 10`
}

export const isProbablyMissed = (likelihood: Likelihood): boolean =>
  likelihood === 'unlikely' || likelihood === 'very-unlikely'

export const isProbablyMet = (likelihood: Likelihood): boolean =>
  likelihood === 'likely' || likelihood === 'very-likely'
