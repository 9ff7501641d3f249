import {
  byDriver,
  byScenario,
  type Common,
  driverNames,
  type Rates,
  type Scenario,
  scenarioNames,
} from '../../domain/finance/medium-term.ts'
import { type Rate, rateDecimal } from '../../domain/finance/rate.ts'
import { millionsDecimal, type Pence, poundsMillionText } from '../../domain/money.ts'
import type { Problem } from '../../web/form.ts'
import { typedReader } from '../typed-reader.ts'
import { type Baseline, spendingOf } from './baseline.ts'

export type Assumptions = Common & { readonly rates: Readonly<Record<Scenario, Rates>> }

/** The fields of the calculator that are the same in every scenario. */
export const commonFields = ['pay', 'continuing', 'away'] as const
export const rateField = (scenario: Scenario, driver: string): string => `${scenario}-${driver}`
const rateFields = scenarioNames.flatMap((scenario) =>
  driverNames.map((driver) => rateField(scenario, driver)),
)
export const assumptionFields: readonly string[] = ['years', ...commonFields, ...rateFields]

const mostRate = 5_000

/** Reads the calculator's fields; what is left empty is nought, and what cannot be read is told beside it. */
export function readAssumptions(
  typed: URLSearchParams,
  baseline: Baseline | null,
): { readonly assumptions: Assumptions; readonly problems: readonly Problem[] } {
  const { problems, raw, millionsOrNull, rateOrNull } = typedReader(typed)
  const amount = (field: string): Pence => millionsOrNull(field) ?? 0n
  const rate = (field: string): Rate => {
    const found = rateOrNull(field) ?? 0
    if (Math.abs(found) > mostRate)
      problems.push({
        field,
        text: `${raw(field)} is beyond any year’s change: write a rate from −50 to 50`,
      })
    return found
  }
  const years = raw('years') === '' ? 3 : Number(raw('years'))
  const sensible = Number.isInteger(years) && years >= 1 && years <= 5
  if (!sensible) problems.push({ field: 'years', text: 'Choose from one to five years' })
  const pay = amount('pay')
  if (pay < 0n) problems.push({ field: 'pay', text: 'A pay bill is not negative' })
  if (baseline !== null && pay > spendingOf(baseline))
    problems.push({
      field: 'pay',
      text: `The pay bill is more than the ${poundsMillionText(spendingOf(baseline))} of budgets it is part of: write at most that`,
    })
  const common = { pay, continuing: amount('continuing'), fallingAway: amount('away') }
  const rates = byScenario((scenario) => byDriver((driver) => rate(rateField(scenario, driver))))
  return { assumptions: { years: sensible ? years : 3, ...common, rates }, problems }
}

/** The calculator's fields as these assumptions fill them in. */
export const typedAssumptions = ({
  years,
  pay,
  continuing,
  fallingAway,
  rates,
}: Assumptions): URLSearchParams =>
  new URLSearchParams([
    ['years', String(years)],
    ['pay', millionsDecimal(pay)],
    ['continuing', millionsDecimal(continuing)],
    ['away', millionsDecimal(fallingAway)],
    ...scenarioNames.flatMap((scenario) =>
      driverNames.map((driver) => [rateField(scenario, driver), rateDecimal(rates[scenario][driver])]),
    ),
  ])

/** Whether anything at all is assumed. */
export const isAnythingAssumed = ({ continuing, fallingAway, rates }: Assumptions): boolean =>
  continuing !== 0n ||
  fallingAway !== 0n ||
  scenarioNames.some((scenario) => driverNames.some((driver) => rates[scenario][driver] !== 0))
