/** What Performance and Business Intelligence looks at before a figure is published, in the order in which it is asked. */
export const assuranceChecks = {
  definition: 'Made as the definition says',
  period: 'For the right period',
  parts: 'Numerator and denominator worked out again, and they make the figure',
  change: 'The change since last time is plausible, or explained',
} as const

export type AssuranceCheck = keyof typeof assuranceChecks

export const isAssuranceCheck = (text: string): text is AssuranceCheck => Object.hasOwn(assuranceChecks, text)

/** 'Checked: made as the definition says; for the right period.' Null when nothing was. */
export function checkedText(checks: readonly AssuranceCheck[]): string | null {
  const done = (Object.keys(assuranceChecks) as AssuranceCheck[]).filter((each) => checks.includes(each))
  const words = done.map(
    (each) => `${assuranceChecks[each].charAt(0).toLowerCase()}${assuranceChecks[each].slice(1)}`,
  )
  return words.length === 0 ? null : `Checked: ${words.join('; ')}.`
}
