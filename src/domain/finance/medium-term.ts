import { type Pence, sumPence } from '../money.ts'
import type { Rate } from './rate.ts'

/** What moves a budget from year to year, in per cent a year; it adds to what services cost or to what pays for them. */
export const drivers = {
  pay: { title: 'Pay award', adds: 'cost' },
  prices: { title: 'Price inflation', adds: 'cost' },
  demand: { title: 'Demand for social care', adds: 'cost' },
  'council-tax': { title: 'Council tax increase', adds: 'funding' },
  grants: { title: 'Change in government grants', adds: 'funding' },
} as const
export type Driver = keyof typeof drivers
export const driverNames = Object.keys(drivers) as readonly Driver[]

export const scenarios = { optimistic: 'Optimistic', central: 'Central', pessimistic: 'Pessimistic' } as const
export type Scenario = keyof typeof scenarios
export const scenarioNames = Object.keys(scenarios) as readonly Scenario[]

export type Rates = Readonly<Record<Driver, Rate>>

export const byScenario = <T>(of: (scenario: Scenario) => T): Readonly<Record<Scenario, T>> => ({
  optimistic: of('optimistic'),
  central: of('central'),
  pessimistic: of('pessimistic'),
})

export const byDriver = (of: (driver: Driver) => Rate): Rates => ({
  pay: of('pay'),
  prices: of('prices'),
  demand: of('demand'),
  'council-tax': of('council-tax'),
  grants: of('grants'),
})

/** What each rate applies to, in the year that everything begins from. */
export type Bases = Readonly<Record<Driver, Pence>>

/** What is the same in every scenario. */
export type Common = {
  readonly years: number
  /** The part of the budget that is pay. */
  readonly pay: Pence
  /** An overspend of the first year that goes on. */
  readonly continuing: Pence
  /** What paid for the first year and does not come again. */
  readonly fallingAway: Pence
}

export type Part = Driver | 'continuing' | 'falling-away'

export type GapYear = {
  /** How many years after the first. */
  readonly after: number
  /** What each part does to the gap: a cost widens it, funding narrows it. */
  readonly parts: Readonly<Record<Part, Pence>>
  /** Between what services would cost and what would pay for them, if nothing were done. Less than nought is room. */
  readonly gap: Pence
  /** What is new in this year. */
  readonly added: Pence
}

/** How much an amount has grown after so many years at so many hundredths of a per cent, exact, rounded once to the penny. */
export function growth(amount: Pence, rate: Rate, years: number): Pence {
  const whole = 10_000n ** BigInt(years)
  const grown = amount * ((10_000n + BigInt(rate)) ** BigInt(years) - whole)
  const size = grown < 0n ? -grown : grown
  const rounded = (size + whole / 2n) / whole
  return grown < 0n ? -rounded : rounded
}

/**
 * The gap year by year, if the first year's budget is balanced. Each driver moves what it applies to, and what one does
 * to another is left out: each part of the gap can be checked by itself, and they add up to it to the penny.
 */
export function gapByYear(bases: Bases, common: Common, rates: Rates): readonly GapYear[] {
  let before = 0n
  return Array.from({ length: common.years }, (_, index) => {
    const after = index + 1
    const grown = driverNames.map((driver): [Part, Pence] => {
      const amount = growth(bases[driver], rates[driver], after)
      return [driver, drivers[driver].adds === 'cost' ? amount : -amount]
    })
    const parts = Object.fromEntries([
      ...grown,
      ['continuing', common.continuing],
      ['falling-away', common.fallingAway],
    ]) as Record<Part, Pence>
    const gap = sumPence(Object.values(parts))
    const added = gap - before
    before = gap
    return { after, parts, gap, added }
  })
}
