import { type DebtAmounts, type DebtPart, debtParts, debtProblems } from '../../domain/finance/debt.ts'
import {
  type Basis,
  type Indicator,
  type IndicatorFigure,
  indicators,
} from '../../domain/finance/prudential.ts'
import { financialYearOf } from '../../domain/financial-year.ts'
import { type Pence, poundsMillionText, sumPence } from '../../domain/money.ts'
import type { Read } from '../../web/form.ts'
import { type TypedReader, typedReader } from '../typed-reader.ts'
import type { PrudentialInput } from './record-quarter.ts'

export const debtQuantities = {
  actual: 'Owed at the end of the quarter',
  highest: 'Highest this year',
  boundary: 'Operational boundary',
  limit: 'Authorised limit',
} as const
type Quantity = keyof typeof debtQuantities

const prompts: Readonly<Record<Quantity, string>> = {
  actual: 'enter what is owed at the end of the quarter',
  highest: 'enter the most that was owed this year',
  boundary: 'enter the operational boundary',
  limit: 'enter the authorised limit',
}

export const quantities = Object.keys(debtQuantities) as readonly Quantity[]
export const parts = Object.keys(debtParts) as readonly DebtPart[]
export const indicatorNames = Object.keys(indicators) as readonly Indicator[]
/** The years asked for: the one before, this one and the next two. */
export const yearsAsked = [-1, 0, 1, 2] as const

const longest = 500

/** Reads the form of a quarter; everything wrong with it is told at once, each beside its field. */
export function readQuarter(body: URLSearchParams, asAt: string): Read<PrudentialInput> {
  const typed = typedReader(body, longest)
  const { problems } = typed
  const source = typed.words('source', 'Say where it is printed, such as the Cabinet paper')
  const debt = parts.flatMap((part) => {
    const amounts = debtOf(typed, part)
    return amounts === null ? [] : [{ part, ...amounts, source }]
  })
  const totals = problems.length > 0 ? [] : totalsOf(typed, debt)
  const figures = indicatorNames.flatMap((indicator) => figuresOf(typed, indicator, asAt, source))
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    input: {
      asAt,
      source,
      debt,
      figures,
      controlTotals: totals.map(([quantity, printed]) => ({
        line: 'total',
        quantity,
        title: `Total debt: ${debtQuantities[quantity].toLowerCase()}`,
        printed,
        precision: 100_000n,
        source,
      })),
    },
  }
}

function debtOf(typed: TypedReader, part: DebtPart): DebtAmounts | null {
  const [actual, highest, boundary, limit] = quantities.map((quantity) =>
    typed.millionsNeeded(`${part}-${quantity}`, `${debtParts[part]}: ${prompts[quantity]}, in £ million`),
  )
  if (actual == null || highest == null || boundary == null || limit == null) return null
  const amounts = { actual, highest, boundary, limit }
  for (const { of, text } of debtProblems(amounts)) typed.problems.push({ field: `${part}-${of}`, text })
  return amounts
}

/** The printed totals, as far as they are given: each must be that of its parts. */
function totalsOf(typed: TypedReader, debt: readonly DebtAmounts[]): readonly (readonly [Quantity, Pence])[] {
  return quantities.flatMap((quantity) => {
    const field = `total-${quantity}`
    const printed = typed.millionsOrNull(field)
    if (printed === null) return []
    const sum = sumPence(debt.map((each) => each[quantity]))
    const least = quantity === 'highest' ? sumPence(debt.map(({ actual }) => actual)) : sum
    if (printed > sum || printed < least)
      typed.problems.push({
        field,
        text:
          quantity === 'highest' && printed < least
            ? `The highest total is lower than the total owed, ${poundsMillionText(least)}: one of the two is wrong`
            : `The parts add up to ${poundsMillionText(sum)} and not to ${poundsMillionText(printed)}: correct whichever is wrong`,
      })
    return [[quantity, printed] as const]
  })
}

function figuresOf(
  typed: TypedReader,
  indicator: Indicator,
  asAt: string,
  source: string,
): readonly IndicatorFigure[] {
  const words = typed.wordsOrNull(`${indicator}-why`)
  const expected = indicator === 'capital-expenditure' ? 'budget' : 'forecast'
  const asked: readonly (readonly [string, number, Basis, string | null])[] = [
    ...yearsAsked.map(
      (after) =>
        [
          `${indicator}-${after + 1}`,
          after,
          after < 0 ? ('actual' as const) : (expected as Basis),
          after === 0 ? words : null,
        ] as const,
    ),
    [`${indicator}-approved`, 0, 'approved', null],
  ]
  return asked.flatMap(([field, after, basis, words]) => {
    const value = valueIn(typed, indicator, field)
    return value === null
      ? []
      : [{ indicator, year: financialYearOf(asAt, after), basis, value, words, source }]
  })
}

function valueIn(typed: TypedReader, indicator: Indicator, field: string): IndicatorFigure['value'] | null {
  if (indicators[indicator].unit === 'money') {
    const amount = typed.millionsOrNull(field)
    return amount === null ? null : { unit: 'money', amount }
  }
  const rate = typed.rateOrNull(field)
  if (rate === null) return null
  if (Math.abs(rate) > 10_000)
    typed.problems.push({
      field,
      text: `${typed.raw(field)} is more than the whole revenue stream: write a share of at most 100%`,
    })
  return { unit: 'rate', rate }
}
