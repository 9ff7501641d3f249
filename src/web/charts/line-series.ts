import { line } from 'd3-shape'
import type { ChartPoint, ChartSeries, LineChart } from '../../domain/report/chart.ts'
import type { Frame } from './line-frame.ts'
import { ink } from './palette.ts'
import { pointMark } from './point-mark.ts'
import { element, tenth } from './svg.ts'

export type Known = ChartPoint & { readonly value: number }

const mostDots = 40
const dashes = [null, '6 4', '2 4', '8 3 2 3'] as const

export function drawSeries(series: ChartSeries, order: number, chart: LineChart, frame: Frame): string {
  const main = series.emphasis === 'main'
  const colour = main ? ink.main : comparatorInk(order)
  const pieces = unbrokenPieces(series.points, chart.breaks)
  const path = line<Known>(
    ({ at }) => tenth(frame.x(at)),
    ({ value }) => tenth(frame.y(value)),
  )
  const drawn = element('path', {
    d: pieces.map((piece) => path(piece) ?? '').join(''),
    fill: 'none',
    stroke: colour,
    'stroke-width': main ? 3 : 2,
    'stroke-dasharray': main ? null : (dashes[order % dashes.length] ?? null),
    'stroke-linejoin': 'round',
    'stroke-linecap': main ? 'round' : null,
  })
  const alone = pieces.flatMap((piece) => (piece.length === 1 ? piece : []))
  const known = pieces.flat()
  const last = known.slice(-1)
  const dotted = !main ? [...alone, ...last] : known.length <= mostDots ? known : [...alone, ...last]
  const marked = main ? known.filter(({ mark }) => mark !== undefined) : []
  const plain = [...new Set(dotted)].filter(({ mark }) => !main || mark === undefined)
  const dots = plain.map(({ at, value }) => {
    const r = main ? (value === last[0]?.value && at === last[0]?.at ? 5 : 3) : 2.5
    return element('circle', { cx: frame.x(at), cy: frame.y(value), r, fill: colour })
  })
  const marks = marked.flatMap(({ at, value, mark }) =>
    mark ? pointMark(mark, frame.x(at), frame.y(value)) : [],
  )
  return [drawn, ...dots, ...marks].join('')
}

export function comparatorInk(order: number): string {
  return ink.comparators[order % ink.comparators.length] ?? ink.quiet
}

/** Values that may be joined: no gap between them, and no change of definition. */
export function unbrokenPieces(
  points: readonly ChartPoint[],
  breaks: LineChart['breaks'],
): readonly (readonly Known[])[] {
  const pieces: Known[][] = []
  let piece: Known[] = []
  let before: string | null = null
  for (const point of points) {
    const { at, value } = point
    const changed = breaks.some((change) => before !== null && before < change.at && change.at <= at)
    if (value === null || changed) {
      if (piece.length > 0) pieces.push(piece)
      piece = []
    }
    if (value !== null) piece.push({ ...point, value })
    before = at
  }
  return piece.length > 0 ? [...pieces, piece] : pieces
}
