import { scaleLinear } from 'd3-scale'
import type { RankChart } from '../../domain/report/chart.ts'
import { type ChartSize, chartWidth, textSize } from './chart-size.ts'
import { ink } from './palette.ts'
import { drawing, element, tenth, text } from './svg.ts'
import { textWidth } from './text-width.ts'
import { valueText } from './value-text.ts'

type Bar = RankChart['bars'][number]

const fills: Record<Bar['role'], string> = { own: ink.main, neighbour: ink.bar, average: ink.average }
const barHeight = { wide: 18, narrow: 14 } as const

/** One bar an area, from zero, in the order given; the council's own stands out by colour and weight. */
export function rankChart(chart: RankChart, size: ChartSize = 'wide'): string {
  const width = chartWidth[size]
  const values = chart.bars.map((bar) => valueText(bar.value, chart))
  const widest = (words: readonly string[]) =>
    Math.max(0, ...words.map((word) => textWidth(word, textSize, true)))
  // On a phone a name has a line of its own, because council names are longer than half the screen.
  const stacked = size === 'narrow'
  const left = stacked ? 0 : widest(chart.bars.map(({ name }) => name)) + 12
  const right = width - widest(values) - 10
  const lowest = Math.min(0, ...chart.bars.map(({ value }) => value))
  const room = lowest < 0 ? widest(values) + 8 : 0
  const x = scaleLinear()
    .domain([lowest, Math.max(0, ...chart.bars.map(({ value }) => value)) || 1])
    .range([left + room, right])
  const step = stacked ? 42 : 27
  const top = 30
  const rows = chart.bars.map((bar, index) =>
    drawBar(bar, { x, words: values[index] ?? '', y: top + index * step, stacked, left }),
  )
  const bottom = top + chart.bars.length * step
  return drawing(
    { title: chart.title, description: chart.description, width, height: bottom + 4 },
    text(chart.unitLabel, { x: 0, y: textSize, fill: ink.quiet }),
    ...rows,
    // Where names stand over the bars, the zero line would run through them: each bar draws its own piece.
    ...(stacked
      ? []
      : [element('path', { d: `M${tenth(x(0))} ${top - 4}V${bottom - 5}`, stroke: ink.axis })]),
  )
}

function drawBar(
  { name, value, role }: Bar,
  place: { x: (value: number) => number; words: string; y: number; stacked: boolean; left: number },
): string {
  const { x, words, y, stacked, left } = place
  const barTop = stacked ? y + 18 : y
  const tall = stacked ? barHeight.narrow : barHeight.wide
  const baseline = barTop + tall / 2 + 5
  const weight = role === 'neighbour' ? null : 'bold'
  const fill = role === 'own' ? ink.main : ink.text
  const start = Math.min(x(0), x(value))
  return (
    text(name, {
      x: stacked ? 0 : left - 8,
      y: stacked ? y + 13 : baseline,
      'text-anchor': stacked ? null : 'end',
      'font-weight': weight,
      fill,
    }) +
    element('rect', {
      x: start,
      y: barTop,
      width: Math.max(1, Math.abs(x(value) - x(0))),
      height: tall,
      fill: fills[role],
    }) +
    (stacked ? element('path', { d: `M${tenth(x(0))} ${barTop - 2}v${tall + 4}`, stroke: ink.axis }) : '') +
    text(words, {
      x: value < 0 ? start - 6 : x(value) + 6,
      y: baseline,
      'text-anchor': value < 0 ? 'end' : null,
      'font-weight': weight,
      fill,
    })
  )
}
