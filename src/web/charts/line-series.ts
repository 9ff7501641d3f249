import { area, line } from 'd3-shape'
import type { ChartBand, ChartPoint, ChartSeries, LineChart } from '../../domain/report/chart.ts'
import type { Frame } from './line-frame.ts'
import { ink } from './palette.ts'
import { element, tenth } from './svg.ts'

type Known = ChartPoint & { readonly value: number }

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
  return [drawn, ...dots, ...marked.map((point) => drawMark(point, frame))].join('')
}

export function comparatorInk(order: number): string {
  return ink.comparators[order % ink.comparators.length] ?? ink.quiet
}

/** A special cause: a large dot for improvement, a diamond for concern, each ringed in white. */
function drawMark({ at, value, mark }: Known, { x, y }: Frame): string {
  const ring = { stroke: ink.paper, 'stroke-width': 1.5 }
  if (mark === 'improvement') {
    return element('circle', { cx: x(at), cy: y(value), r: 6, fill: ink.improvement, ...ring })
  }
  const d = `M${tenth(x(at))} ${tenth(y(value) - 8)}l8 8l-8 8l-8 -8z`
  return element('path', { d, fill: ink.concern, ...ring })
}

export function drawBand({ kind, points }: ChartBand, { x, y }: Frame): string {
  type Point = ChartBand['points'][number]
  const along = (read: (point: Point) => number) =>
    line<Point>(
      ({ at }) => tenth(x(at)),
      (point) => tenth(y(read(point))),
    )(points) ?? ''
  if (kind === 'limits') {
    const edges = along(({ lower }) => lower) + along(({ upper }) => upper)
    return (
      element('path', { d: edges, fill: 'none', stroke: ink.axis, 'stroke-dasharray': '1 3' }) +
      element('path', { d: along(({ middle }) => middle), fill: 'none', stroke: ink.axis })
    )
  }
  const shape = area<Point>()
    .x(({ at }) => tenth(x(at)))
    .y0(({ lower }) => tenth(y(lower)))
    .y1(({ upper }) => tenth(y(upper)))
  return (
    element('path', { d: shape(points) ?? '', fill: ink.outlook }) +
    element('path', {
      d: along(({ middle }) => middle),
      fill: 'none',
      stroke: ink.main,
      'stroke-width': 2,
      'stroke-dasharray': '3 4',
    })
  )
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
