import type { VariationRule, VariationType } from './readings.ts'

/** How a reading opens: firmly, or carefully while limits rest on few figures or on no steady level. */
export const variationHeads: Record<
  Exclude<VariationType, 'not-said'>,
  { readonly firm: string; readonly careful: string }
> = {
  improvement: { firm: 'A real improvement', careful: 'A sign of improvement' },
  concern: { firm: 'A real change for the worse', careful: 'A sign of change for the worse' },
  'neutral-high': { firm: 'A real rise', careful: 'A sign of a rise' },
  'neutral-low': { firm: 'A real fall', careful: 'A sign of a fall' },
  'common-cause': { firm: 'No real change', careful: 'No sign of real change' },
}

type RuleWords = (facts: {
  readonly value: string
  readonly mean: string
  readonly lower: string
  readonly upper: string
}) => string

/** Why the latest figure is marked, by rule, for the side or slope that is high and the one that is low. */
export const ruleWords: Record<VariationRule, { readonly high: RuleWords; readonly low: RuleWords }> = {
  outside: {
    high: ({ value, lower, upper }) => `${value} is above the usual range of ${lower} to ${upper}`,
    low: ({ value, lower, upper }) => `${value} is below the usual range of ${lower} to ${upper}`,
  },
  trend: {
    high: () => 'the latest seven figures rise without a break',
    low: () => 'the latest seven figures fall without a break',
  },
  'two-of-three': {
    high: ({ upper }) => `two of the latest three figures are near the top of the usual range, ${upper}`,
    low: ({ lower }) => `two of the latest three figures are near the bottom of the usual range, ${lower}`,
  },
  'one-side': {
    high: ({ mean }) => `the latest seven figures are all above the average of ${mean}`,
    low: ({ mean }) => `the latest seven figures are all below the average of ${mean}`,
  },
}
