import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { MultiplesChart } from '../../domain/report/chart.ts'
import { type ChartSize, chartWidth, textSize } from './chart-size.ts'
import { type Known, unbrokenPieces } from './line-series.ts'
import { ink } from './palette.ts'
import { drawing, element, tenth, text } from './svg.ts'
import { textWidth } from './text-width.ts'
import { valueText } from './value-text.ts'

type Panel = MultiplesChart['panels'][number]

const across: Record<ChartSize, number> = { wide: 3, narrow: 2 }
const gap = { wide: 34, narrow: 22 } as const
const plotHeight = { wide: 84, narrow: 66 } as const
const headRoom = 28
const footRoom = 34

type Scales = {
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
  readonly chart: MultiplesChart
  readonly width: number
  readonly height: number
}

/**
 * One small plot an area, all on one scale, each with the others pale behind it: the shape of one place is read against
 * all of them without a tangle of lines.
 */
export function smallMultiples(chart: MultiplesChart, size: ChartSize = 'wide'): string {
  const width = chartWidth[size]
  const columns = across[size]
  const panelWidth = (width - gap[size] * (columns - 1)) / columns
  const panelHeight = headRoom + plotHeight[size] + footRoom
  const scales = scalesFor(chart, panelWidth, plotHeight[size])
  const panels = chart.panels.map((panel, index) => {
    const left = (index % columns) * (panelWidth + gap[size])
    const top = 26 + Math.floor(index / columns) * panelHeight
    return element('g', { transform: `translate(${tenth(left)} ${tenth(top)})` }, drawPanel(panel, scales))
  })
  const rows = Math.ceil(chart.panels.length / columns)
  const { title, description, unitLabel, target } = chart
  const words = target === null ? unitLabel : `${unitLabel} · dashed line: ${target.label.toLowerCase()}`
  return drawing(
    { title, description, width, height: 26 + rows * panelHeight },
    text(words, { x: 0, y: textSize, fill: ink.quiet }),
    ...panels,
  )
}

function scalesFor(chart: MultiplesChart, width: number, height: number): Scales {
  const points = chart.panels.flatMap((panel) => panel.points)
  const days = points.map(({ at }) => dayOf(at))
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (chart.target !== null) values.push(chart.target.value)
  const [lowest, highest] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const room = lowest === highest ? Math.abs(lowest) / 10 || 1 : 0
  const y = scaleLinear()
    .domain([lowest - room, highest + room])
    .range([headRoom + height, headRoom])
  const x = scaleLinear()
    .domain(days.length === 0 ? [0, 1] : [Math.min(...days), Math.max(...days)])
    .range([4, width - 8])
  return { x, y, chart, width, height }
}

const dayOf = (at: string) => Date.parse(at) / 86_400_000

function drawPanel(panel: Panel, scales: Scales): string {
  const { x, y, chart, width, height } = scales
  const own = panel.role === 'own'
  const colour = own ? ink.main : ink.text
  const others = chart.panels.filter((each) => each !== panel)
  const behind = others.map((each) => pathOf(each, scales)).join('')
  const known = panel.points.filter((point): point is Known => point.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  const floor = headRoom + height
  const target =
    chart.target === null
      ? ''
      : element('path', {
          d: `M0 ${tenth(y(chart.target.value))}H${tenth(width)}`,
          stroke: ink.text,
          'stroke-dasharray': '5 3',
        })
  const latest = last ? valueText(last.value, chart) : 'No figure'
  const named = last ? [...new Set(first ? [first, last] : [last])] : []
  return (
    text(panel.name, { x: 0, y: 14, 'font-weight': 'bold', fill: colour }) +
    text(latest, {
      x: width,
      y: 14,
      'text-anchor': 'end',
      'font-weight': own ? 'bold' : null,
      fill: colour,
    }) +
    element('path', { d: behind, fill: 'none', stroke: '#d3d8db', 'stroke-width': 1.5 }) +
    element('path', { d: `M0 ${floor + 6}H${tenth(width)}`, stroke: ink.axis }) +
    target +
    element('path', {
      d: pathOf(panel, scales),
      fill: 'none',
      stroke: own ? ink.main : ink.quiet,
      'stroke-width': own ? 3 : 2.2,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }) +
    (last
      ? element('circle', {
          cx: x(dayOf(last.at)),
          cy: y(last.value),
          r: 4.5,
          fill: own ? ink.main : ink.quiet,
        })
      : '') +
    named.map((point) => drawEnd(point, point === last && named.length > 1, scales)).join('')
  )
}

/** The first and the last period under the plot: enough to know the span, and the same in every panel. */
function drawEnd({ at, label }: Known, isLast: boolean, { x, width, height }: Scales): string {
  const half = textWidth(label, textSize) / 2
  const place = Math.max(half, Math.min(width - half, x(dayOf(at))))
  return text(label, {
    x: isLast ? width : Math.max(0, place - half),
    y: headRoom + height + 22,
    'text-anchor': isLast ? 'end' : null,
    fill: ink.quiet,
  })
}

function pathOf({ points }: Panel, { x, y, chart }: Scales): string {
  const path = line<Known>(
    ({ at }) => tenth(x(dayOf(at))),
    ({ value }) => tenth(y(value)),
  )
  return unbrokenPieces(points, chart.breaks)
    .map((piece) => path(piece) ?? '')
    .join('')
}
