import {
  type Driver,
  drivers,
  type GapYear,
  type Part,
  type Scenario,
  scenarioNames,
} from '../../domain/finance/medium-term.ts'
import { yearText } from '../../domain/financial-year.ts'
import { type Pence, poundsMillionText } from '../../domain/money.ts'
import { financialYear } from '../../domain/period.ts'
import { periodText } from '../../domain/period-text.ts'
import type { Baseline } from './baseline.ts'

export type Gaps = Readonly<Record<Scenario, readonly GapYear[]>>

/** '2024-25' and two years on: '2026/27'. */
export const yearAfter = (base: string, after: number): string =>
  periodText(financialYear(Number(base.slice(0, 4)) + after))

/** 'a gap of £4.200m', 'room of £0.300m', 'no gap'. */
export function gapText(gap: Pence): string {
  if (gap === 0n) return 'no gap'
  return gap > 0n ? `a gap of ${poundsMillionText(gap)}` : `room of ${poundsMillionText(-gap)}`
}

const lastGap = (gaps: Gaps, scenario: Scenario): Pence => gaps[scenario].at(-1)?.gap ?? 0n

/** What a councillor asks first: how large, by when, and how sure. */
export function gapSentence(baseline: Baseline, gaps: Gaps): string {
  const year = yearAfter(baseline.year, gaps.central.length)
  return `On these assumptions there is ${gapText(lastGap(gaps, 'central'))} in ${year} if nothing is done: ${gapText(lastGap(gaps, 'optimistic'))} in the optimistic scenario, ${gapText(lastGap(gaps, 'pessimistic'))} in the pessimistic one.`
}

export const nothingSentence = ({ year, net }: Baseline): string =>
  `The council’s papers print no gap for the years after ${yearText(year)}. Write your own assumptions to see what they would do to its budget of ${poundsMillionText(net)}.`

/** Said when the scenarios seem to be the wrong way round; null when they are not. */
export const orderDoubt = (gaps: Gaps): string | null =>
  scenarioNames.some(
    (scenario, index) =>
      index > 0 && lastGap(gaps, scenario) < lastGap(gaps, scenarioNames[index - 1] ?? 'optimistic'),
  )
    ? 'A scenario has a smaller gap than one that should be better. Look whether they are the wrong way round.'
    : null

/** What each rate applies to, in words. */
export function appliesTo(driver: Driver, { demandLed, councilTax, year }: Baseline): string {
  switch (driver) {
    case 'pay':
      return 'The pay bill you state; the papers print none'
    case 'prices':
      return 'Service and council-wide budgets and levies, less pay'
    case 'demand':
      return demandLed.names.length === 0 ? 'No service of that name is held' : demandLed.names.join(' and ')
    case 'council-tax':
      return councilTax === null
        ? `The council tax of ${yearText(year)} is not held`
        : 'Council Tax Requirement, with parish precepts'
    case 'grants':
      return 'General government grants'
    default:
      return driver satisfies never
  }
}

export const partTitles: Readonly<Record<Part, string>> = {
  pay: drivers.pay.title,
  prices: drivers.prices.title,
  demand: drivers.demand.title,
  continuing: 'Overspend that goes on',
  'falling-away': 'Funding that falls away',
  'council-tax': drivers['council-tax'].title,
  grants: drivers.grants.title,
}
