import type { Target } from '../../domain/measures/target.ts'
import { quantityText } from '../../domain/quantity.ts'
import type { RegisteredMeasure } from '../queries.ts'
import type { FigureRevision } from '../revisions.ts'

type Measured = Pick<RegisteredMeasure, 'unit' | 'series'>

const textOf = ({ unit, series }: Measured, value: number): string =>
  quantityText(value, series?.unit ?? unit, series?.decimals)

/** '68.3%, provisional', 'No value, suppressed'. */
export function figureWords(
  measure: Measured,
  figure: Pick<FigureRevision, 'value' | 'status' | 'doubt'>,
): string {
  const value = figure.value === null ? 'No value' : exactText(measure, figure.value)
  const words = [value, figure.status === 'final' ? '' : figure.status]
  return [...words, figure.doubt === null ? '' : `in doubt: ${figure.doubt}`].filter(Boolean).join(', ')
}

/** As it is printed, with the exact decimal beside it where printing rounds. */
function exactText(measure: Measured, value: string): string {
  const printed = textOf(measure, Number(value))
  const plain = printed.replace(/[^\d.−-]/g, '').replace('−', '-')
  return Number(plain) === Number(value) ? printed : `${printed} (${value})`
}

/** '75.0%, at least 60.0%'; '40.0% to 50.0%'. */
export const targetWords = (
  measure: Measured,
  { value, upperValue, floor = null }: Pick<Target, 'value' | 'upperValue' | 'floor'>,
): string =>
  [
    upperValue === null
      ? textOf(measure, value)
      : `${textOf(measure, value)} to ${textOf(measure, upperValue)}`,
    floor === null ? '' : `minimum standard ${textOf(measure, floor)}`,
  ]
    .filter(Boolean)
    .join(', ')

/** Differences of percentages are points. */
export const toleranceWords = (measure: Measured, tolerance: number): string =>
  (measure.series?.unit ?? measure.unit) === 'percentage'
    ? `${tolerance} percentage ${tolerance === 1 ? 'point' : 'points'}`
    : textOf(measure, tolerance)
