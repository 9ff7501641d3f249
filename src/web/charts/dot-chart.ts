import { scaleLinear } from 'd3-scale'
import type { DotChart } from '../../domain/report/chart.ts'
import { drawNotes } from './chart-notes.ts'
import { type ChartSize, chartWidth, textSize } from './chart-size.ts'
import { flowKey, type KeyItem } from './flow-key.ts'
import { ink } from './palette.ts'
import { drawing, element, tenth, text } from './svg.ts'
import { textWidth } from './text-width.ts'
import { tickText, valueText } from './value-text.ts'

type Row = DotChart['rows'][number]
type Place = {
  readonly x: (value: number) => number
  readonly y: number
  readonly nameAt: number
  readonly stacked: boolean
  readonly valueAt: number
  readonly words: string
}

const rowStep = { wide: 23, narrow: 38 } as const

/**
 * One dot an area, in the order given, with its confidence interval as a line through it. A dot, unlike a bar, may stand on
 * an axis that does not begin at nought, so that small differences and wide intervals can be seen for what they are.
 */
export function dotChart(chart: DotChart, size: ChartSize = 'wide'): string {
  const width = chartWidth[size]
  const stacked = size === 'narrow'
  const values = chart.rows.map(({ value }) => valueText(value, chart))
  const widest = (words: readonly string[]) =>
    Math.max(0, ...words.map((word) => textWidth(word, textSize, true)))
  const left = stacked ? 0 : widest(chart.rows.map(({ name }) => name)) + 14
  const right = width - widest(values) - 14
  const scale = scaleLinear()
    .domain(extent(chart.rows))
    .nice(5)
    .range([left + 8, right - 8])
  const tickValues = scale.ticks(stacked ? 4 : 6)
  const step = (tickValues[1] ?? 1) - (tickValues[0] ?? 0)
  const top = 50
  const bottom = top + chart.rows.length * rowStep[size]
  const own = chart.rows.find(({ role }) => role === 'own')
  const rows = chart.rows.map((row, index) =>
    drawRow(row, {
      x: scale,
      y: top + index * rowStep[size],
      nameAt: left - 12,
      stacked,
      valueAt: width,
      words: values[index] ?? '',
    }),
  )
  const key = flowKey(dotKey(chart.rows), width, bottom + 14)
  const notes = drawNotes(chart.notes, width, bottom + 14 + key.height)
  const { title, description, unitLabel, goodEnd } = chart
  return drawing(
    { title, description, width, height: bottom + 14 + key.height + notes.height },
    text(goodEnd === null ? unitLabel : `${unitLabel} · ${goodEnd}`, { x: 0, y: textSize, fill: ink.quiet }),
    ...tickValues.map((value) =>
      drawTick(scale(value), tickText(value, step, chart), { top: top - 6, bottom }),
    ),
    own ? ownReference(own, scale, { top: top - 6, bottom }) : '',
    ...rows,
    key.drawn,
    notes.drawn,
  )
}

function extent(rows: readonly Row[]): [number, number] {
  const ends = rows.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value])
  if (ends.length === 0) return [0, 1]
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)]
  return lowest < highest ? [lowest, highest] : [lowest - 1, highest + 1]
}

function drawTick(x: number, label: string, { top, bottom }: { top: number; bottom: number }): string {
  return (
    element('path', { d: `M${tenth(x)} ${top}V${bottom}`, stroke: ink.grid }) +
    text(label, { x, y: top - 6, 'text-anchor': 'middle', fill: ink.quiet })
  )
}

/** The council's own value carried past every other, so that each can be read against it. */
function ownReference(
  { value }: Row,
  x: (value: number) => number,
  { top, bottom }: { top: number; bottom: number },
): string {
  return element('path', {
    d: `M${tenth(x(value))} ${top}V${bottom}`,
    stroke: ink.main,
    'stroke-dasharray': '2 3',
    'stroke-opacity': 0.7,
  })
}

function drawRow(row: Row, { x, y, nameAt, stacked, valueAt, words }: Place): string {
  const { name, value, lower, upper, role } = row
  const middle = stacked ? y + 25 : y + 10
  const colour = roleInk[role]
  const weight = role === 'neighbour' ? null : 'bold'
  const fill = role === 'own' ? ink.main : ink.text
  const whisker =
    lower === null || upper === null
      ? ''
      : element('path', {
          d: `M${tenth(x(lower))} ${middle}H${tenth(x(upper))}`,
          stroke: colour,
          'stroke-width': role === 'own' ? 3 : 2,
          'stroke-opacity': role === 'own' ? null : 0.6,
        })
  return (
    text(name, {
      x: stacked ? 0 : nameAt,
      y: stacked ? y + 13 : middle + 5,
      'text-anchor': stacked ? null : 'end',
      'font-weight': weight,
      fill,
      // Where a name stands over the plot, the lines of the plot give way to it.
      ...(stacked ? { stroke: ink.paper, 'stroke-width': 4, 'paint-order': 'stroke' } : {}),
    }) +
    whisker +
    roleShape(role, x(value), middle) +
    text(words, { x: valueAt, y: middle + 5, 'text-anchor': 'end', 'font-weight': weight, fill })
  )
}

const roleInk: Record<Row['role'], string> = { own: ink.main, neighbour: ink.common, average: ink.text }

/** An average is no place, so it is no dot: it is a square. */
function roleShape(role: Row['role'], x: number, y: number): string {
  const fill = roleInk[role]
  return role === 'average'
    ? element('rect', { x: x - 5, y: y - 5, width: 10, height: 10, fill })
    : element('circle', { cx: x, cy: y, r: role === 'own' ? 7 : 5, fill })
}

function dotKey(rows: readonly Row[]): readonly KeyItem[] {
  const known = rows.filter(({ lower }) => lower !== null).length
  if (known === 0) return []
  const label =
    known === rows.length
      ? '95% confidence interval: how far chance alone could move the figure'
      : '95% confidence interval, where it is known'
  return [
    {
      label,
      swatch: (x, y) =>
        element('path', {
          d: `M${x} ${y + 8}h22`,
          stroke: ink.common,
          'stroke-width': 2,
          'stroke-opacity': 0.6,
        }) + element('circle', { cx: x + 11, cy: y + 8, r: 5, fill: ink.common }),
    },
  ]
}
