import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { ChartPoint, LineChart } from '../../domain/report/chart.ts'
import { textSize } from './chart-size.ts'
import { ink } from './palette.ts'
import { element, tenth, text } from './svg.ts'
import { textWidth } from './text-width.ts'
import { tickText } from './value-text.ts'

export type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type Frame = {
  readonly box: Box
  readonly x: (at: string) => number
  readonly y: ScaleLinear<number, number>
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

const dayOf = (at: string) => Date.parse(at) / 86_400_000

/** Where days and values fall. The left edge follows from the widest tick label. */
export function lineFrame(chart: LineChart, box: Omit<Box, 'left'>, tickCount: number): Frame {
  const y = scaleLinear().domain(valueRange(chart)).nice(tickCount).range([box.bottom, box.top])
  const values = y.ticks(tickCount)
  const step = (values[1] ?? 1) - (values[0] ?? 0)
  const ticks = values.map((value) => ({ value, label: tickText(value, step, chart) }))
  const left = tenth(Math.max(...ticks.map(({ label }) => textWidth(label, textSize))) + 10)
  const days = everyDay(chart)
  const x = scaleLinear()
    .domain([Math.min(...days), Math.max(...days)])
    .range([left + 8, box.right])
  return { box: { ...box, left }, x: (at) => x(dayOf(at)), y, ticks }
}

export function drawFrame({ box, x, y, ticks }: Frame, labelled: readonly ChartPoint[]): string {
  const across = ticks.map(({ value, label }) => {
    const zero = value === 0
    return (
      element('path', {
        d: `M${box.left} ${tenth(y(value))}H${box.right}`,
        stroke: zero ? ink.axis : ink.grid,
        'stroke-width': 1,
      }) + text(label, { x: box.left - 8, y: y(value) + 5, 'text-anchor': 'end', fill: ink.quiet })
    )
  })
  const below = labelled.map(
    ({ at, label }) =>
      element('path', { d: `M${tenth(x(at))} ${box.bottom}v5`, stroke: ink.axis }) +
      text(label, { x: x(at), y: box.bottom + 20, 'text-anchor': 'middle', fill: ink.quiet }),
  )
  const floor = element('path', { d: `M${box.left} ${box.bottom}H${box.right}`, stroke: ink.axis })
  return [...across, floor, ...below].join('')
}

/** As many points as can be named without one name touching the next, evenly spaced and always with the last. */
export function namedPoints(
  points: readonly ChartPoint[],
  { x, box }: Frame,
  most: number,
): readonly ChartPoint[] {
  for (let step = 1; step <= points.length; step++) {
    const named = points.filter((_, index) => (points.length - 1 - index) % step === 0)
    const fits = named.every((point, index) => {
      const half = textWidth(point.label, textSize) / 2
      const before = named[index - 1]
      if (before === undefined) return x(point.at) - half >= 0 || named.length === 1
      return x(point.at) - x(before.at) >= half + textWidth(before.label, textSize) / 2 + 12
    })
    if (fits && named.length <= most && box.right > box.left) return named
  }
  return points.slice(-1)
}

function valueRange({ series, target, bands = [], startAtZero }: LineChart): [number, number] {
  const values = [
    ...series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
    ...bands.flatMap(({ points }) => points.flatMap(({ lower, upper }) => [lower, upper])),
    ...(target === null ? [] : [target.value]),
    ...(startAtZero ? [0] : []),
  ]
  if (values.length === 0) return [0, 1]
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  if (lowest < highest) return [lowest, highest]
  const room = Math.abs(lowest) / 10 || 1
  return [lowest >= 0 ? Math.max(0, lowest - room) : lowest - room, highest + room]
}

function everyDay({ series, bands = [] }: LineChart): readonly number[] {
  const days = [...series, ...bands].flatMap(({ points }) => points.map(({ at }) => dayOf(at)))
  return days.length === 0 ? [0, 1] : days
}
