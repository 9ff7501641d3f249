import type { Unit } from '../quantity.ts'
import { shiftDecimal } from './decimal-text.ts'
import type { ImportProblem, IncomingObservation } from './incoming.ts'
import type { KnownCodes, KnownSeries } from './known-codes.ts'

export type CheckedFigure = {
  /** With the codes of its series and area, in the unit of its series; null when it is refused. */
  readonly figure: IncomingObservation | null
  readonly problems: readonly ImportProblem[]
  /** What may be right and should be asked about. */
  readonly warnings: readonly ImportProblem[]
}

/** Holds one figure against the register and against itself. `today` is an ISO day. */
export function checkFigure(incoming: IncomingObservation, known: KnownCodes, today: string): CheckedFigure {
  const problems: ImportProblem[] = []
  const warnings: ImportProblem[] = []
  const { row } = incoming
  const refuse = (column: string, value: string, message: string) =>
    problems.push({ row, column, value, message })
  const series = known.series(incoming.series)
  const area = known.area(incoming.area)
  if (series === null)
    refuse(
      'series_code',
      incoming.series,
      `No series '${incoming.series}' is in the register.${known.likeSeries(incoming.series)} Check the code, or record the series first.`,
    )
  if (area === null)
    refuse(
      'area_code',
      incoming.area,
      `No area '${incoming.area}' is known.${known.likeArea(incoming.area)} Use its nine-character GSS code, such as E08000014.`,
    )
  if (incoming.periodStart > today)
    refuse('period', incoming.periodStart, 'The period has not begun yet. Check its year.')
  if (series === null || area === null) return { figure: null, problems, warnings }
  const value = inUnit(incoming, series.unit)
  if (value.problem !== null) refuse(incoming.column, incoming.value ?? '', value.problem)
  const { numerator, denominator } = incoming
  if (
    series.unit === 'percentage' &&
    numerator !== null &&
    denominator !== null &&
    Number(numerator) > Number(denominator)
  )
    refuse(
      'numerator',
      numerator,
      `The numerator is more than the denominator (${denominator}), which a percentage cannot be made of. See whether the two have changed places; if the figure is right, leave both out.`,
    )
  if (problems.length > 0) return { figure: null, problems, warnings }
  const figure =
    series.code === incoming.series && area === incoming.area && value.decimal === incoming.value
      ? incoming
      : { ...incoming, series: series.code, area, value: value.decimal }
  for (const message of doubtsOf(figure, series, today))
    warnings.push({ row, column: figure.column, value: figure.value ?? '', message })
  return { figure, problems, warnings }
}

function inUnit({ value, sign }: IncomingObservation, unit: Unit) {
  const same = { decimal: value, problem: null }
  if (sign === null || value === null) return same
  if (sign === '%')
    return unit === 'percentage'
      ? same
      : {
          decimal: value,
          problem: `A percentage is written here, and the series is not one. Give the figure in the unit of the series.`,
        }
  if (unit === 'pounds') return same
  if (unit === 'pounds-thousand') return { decimal: shiftDecimal(value, -3), problem: null }
  return {
    decimal: value,
    problem: `Pounds are written here, and the series is not in pounds. Check the series.`,
  }
}

function* doubtsOf(figure: IncomingObservation, series: KnownSeries, today: string): Generator<string> {
  if (figure.periodEnd > today && dayBefore(figure.periodEnd) > today && figure.status === 'final')
    yield 'The period has not ended yet. If the figure is of a part of it, give its status as provisional.'
  if (figure.value === null) return
  const value = Number(figure.value)
  const { unit } = series
  if (unit === 'percentage' && (value < 0 || value > 100)) yield 'A percentage is below 0 or above 100.'
  if (unit === 'count' && value < 0) yield 'A number of things is below nought.'
  if (unit === 'count' && !Number.isInteger(value)) yield 'A number of things is not whole.'
  const made = madeOf(figure, series)
  if (made !== null && Math.abs(made - value) > roundingOf(figure.value) + Math.abs(made) * 1e-9)
    yield `The numerator over the denominator gives ${Number(made.toPrecision(6))}, which is not the value beyond rounding. See which of the three is wrong.`
}

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()

const multipliers: Partial<Record<Unit, number>> = {
  percentage: 100,
  'per-1000': 1_000,
  'per-100000': 100_000,
}

/** What numerator and denominator make, where the series is made of them. A standardised rate is not. */
function madeOf(
  { numerator, denominator }: IncomingObservation,
  { unit, aggregation }: KnownSeries,
): number | null {
  const times = multipliers[unit]
  if (times === undefined || aggregation !== 'ratio' || numerator === null || denominator === null)
    return null
  return (times * Number(numerator)) / Number(denominator)
}

/** Half of the last digit that is written. */
function roundingOf(text: string): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(text) ?? []
  return 0.5 * 10 ** (Number(exponent) - fraction.length)
}
