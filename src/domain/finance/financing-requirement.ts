import type { Pence } from '../money.ts'

/** The capital financing requirement at the end of a financial year. */
export type Requirement = { readonly year: string; readonly amount: Pence }

export type RequirementTest = {
  readonly prior: Requirement
  /** What each later year adds; a fall adds nothing. */
  readonly additions: readonly Requirement[]
  /** What gross debt should not exceed, except in the short term. */
  readonly ceiling: Pence
  readonly headroom: Pence
  readonly holds: boolean
}

/**
 * The Prudential Code's test that borrowing is only for capital: gross debt should not, except in the short term, exceed
 * the requirement of the year before with what is added to it in the current and the next two years. A year in which it
 * falls is left out, as the Code has it. Null when one of the four years is not reported.
 */
export function requirementTest(debt: Pence, years: readonly Requirement[]): RequirementTest | null {
  const [prior, ...later] = years
  if (prior === undefined || later.length < 3) return null
  let before = prior.amount
  const additions = later.slice(0, 3).map(({ year, amount }) => {
    const change = amount - before
    before = amount
    return { year, amount: change > 0n ? change : 0n }
  })
  const ceiling = additions.reduce((sum, { amount }) => sum + amount, prior.amount)
  return { prior, additions, ceiling, headroom: ceiling - debt, holds: debt <= ceiling }
}
