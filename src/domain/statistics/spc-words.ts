import type { GoodDirection } from '../measures/measure.ts'
import type { Assurance } from './assurance.ts'
import type { SpecialCause } from './special-cause.ts'
import { SPECIAL_CAUSES } from './special-cause.ts'
import { type Variation, variationOf } from './variation.ts'

/** The words NHSRplotthedots 0.2.2 uses, so that its users find the columns they know. */
const CAUSE_LABELS: Readonly<Record<SpecialCause, string>> = {
  'common-cause': 'Common Cause',
  'above-upper-limit': 'Above UCL',
  'below-lower-limit': 'Below LCL',
  'rising-trend': '7 Point Trend (Increasing)',
  'falling-trend': '7 Point Trend (Decreasing)',
  'two-of-three-high': '2 in 3 Above CL',
  'two-of-three-low': '2 in 3 Below CL',
  'seven-above-mean': '7 Points Above CL',
  'seven-below-mean': '7 Points Below CL',
}

const VARIATION_WORDS: Readonly<Record<Variation, string>> = {
  'common-cause': 'common_cause',
  improvement: 'special_cause_improvement',
  concern: 'special_cause_concern',
  high: 'special_cause_neutral_high',
  low: 'special_cause_neutral_low',
}

const ASSURANCE_WORDS: Readonly<Record<Assurance, string>> = {
  'consistent-pass': 'consistent_pass',
  'consistent-fail': 'consistent_fail',
  inconsistent: 'inconsistent',
}

export function causeLabel(cause: number): string {
  return CAUSE_LABELS[SPECIAL_CAUSES[cause]?.name ?? 'common-cause']
}

export function variationWord(cause: number, good: GoodDirection): string {
  return VARIATION_WORDS[variationOf(cause, good)]
}

export function assuranceWord(assurance: Assurance | null): string | null {
  return assurance === null ? null : ASSURANCE_WORDS[assurance]
}

/** The Making Data Count icon: the side of an improvement or concern follows from which way is good. */
export function variationIcon(variationType: string | null, good: GoodDirection): string | null {
  if (variationType === null) return null
  const isHighGood = good === 'high'
  switch (variationType) {
    case VARIATION_WORDS.improvement:
      return isHighGood ? 'improvement_high' : 'improvement_low'
    case VARIATION_WORDS.concern:
      return isHighGood ? 'concern_low' : 'concern_high'
    case VARIATION_WORDS.high:
      return 'neutral_high'
    case VARIATION_WORDS.low:
      return 'neutral_low'
    default:
      return 'common_cause'
  }
}
