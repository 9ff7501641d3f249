import { type DebtAmounts, type DebtPart, debtParts, debtProblems } from '../../domain/finance/debt.ts'
import {
  type Basis,
  type Indicator,
  type IndicatorFigure,
  indicators,
} from '../../domain/finance/prudential.ts'
import { parseRate } from '../../domain/finance/rate.ts'
import { type Pence, poundsMillionText, sumPence } from '../../domain/money.ts'
import type { Problem, Read } from '../../web/form.ts'
import { financialYearOf } from '../../domain/financial-year.ts'
import { readMillions } from '../read-amount.ts'
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

type Reading = { readonly body: URLSearchParams; readonly problems: Problem[] }

const typed = ({ body }: Reading, field: string): string => (body.get(field) ?? '').trim()

/** Reads the form of a quarter; everything wrong with it is told at once, each beside its field. */
export function readQuarter(body: URLSearchParams, asAt: string): Read<PrudentialInput> {
  const reading: Reading = { body, problems: [] }
  const { problems } = reading
  const source = typed(reading, 'source')
  if (source === '')
    problems.push({ field: 'source', text: 'Say where it is printed, such as the Cabinet paper' })
  for (const field of ['source', ...indicatorNames.map((each) => `${each}-why`)])
    if (typed(reading, field).length > longest)
      problems.push({ field, text: `Write at most ${longest} characters` })
  const debt = parts.flatMap((part) => {
    const amounts = debtOf(reading, part)
    return amounts === null ? [] : [{ part, ...amounts, source }]
  })
  const totals = problems.length > 0 ? [] : totalsOf(reading, debt)
  const figures = indicatorNames.flatMap((indicator) => figuresOf(reading, indicator, asAt, source))
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

function debtOf(reading: Reading, part: DebtPart): DebtAmounts | null {
  const [actual, highest, boundary, limit] = quantities.map((quantity) =>
    amountOf(reading, `${part}-${quantity}`, `${debtParts[part]}: ${prompts[quantity]}, in £ million`),
  )
  if (actual == null || highest == null || boundary == null || limit == null) return null
  const amounts = { actual, highest, boundary, limit }
  for (const { of, text } of debtProblems(amounts)) reading.problems.push({ field: `${part}-${of}`, text })
  return amounts
}

/** An amount that must be there. */
function amountOf(reading: Reading, field: string, prompt: string): Pence | null {
  const text = typed(reading, field)
  if (text === '') reading.problems.push({ field, text: prompt })
  return text === '' ? null : amountIn(reading, field, text)
}

function amountIn({ problems }: Reading, field: string, text: string): Pence | null {
  const parsed = readMillions(text)
  if (parsed.ok) return parsed.value
  problems.push({ field, text: parsed.problem })
  return null
}

/** The printed totals, as far as they are given: each must be that of its parts. */
function totalsOf(reading: Reading, debt: readonly DebtAmounts[]): readonly (readonly [Quantity, Pence])[] {
  return quantities.flatMap((quantity) => {
    const field = `total-${quantity}`
    const text = typed(reading, field)
    const printed = text === '' ? null : amountIn(reading, field, text)
    if (printed === null) return []
    const sum = sumPence(debt.map((each) => each[quantity]))
    const least = quantity === 'highest' ? sumPence(debt.map(({ actual }) => actual)) : sum
    if (printed > sum || printed < least)
      reading.problems.push({
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
  reading: Reading,
  indicator: Indicator,
  asAt: string,
  source: string,
): readonly IndicatorFigure[] {
  const words = typed(reading, `${indicator}-why`) || null
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
    const text = typed(reading, field)
    const value = text === '' ? null : valueIn(reading, indicator, field, text)
    return value === null
      ? []
      : [{ indicator, year: financialYearOf(asAt, after), basis, value, words, source }]
  })
}

function valueIn(
  reading: Reading,
  indicator: Indicator,
  field: string,
  text: string,
): IndicatorFigure['value'] | null {
  if (indicators[indicator].unit === 'money') {
    const amount = amountIn(reading, field, text)
    return amount === null ? null : { unit: 'money', amount }
  }
  const parsed = parseRate(text)
  if (!parsed.ok) reading.problems.push({ field, text: parsed.problem })
  else if (Math.abs(parsed.value) > 10_000)
    reading.problems.push({
      field,
      text: `${text} is more than the whole revenue stream: write a share of at most 100%`,
    })
  return parsed.ok ? { unit: 'rate', rate: parsed.value } : null
}
