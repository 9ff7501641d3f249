import type { LineChart } from '../../domain/report/chart.ts'
import { drawNotes } from './chart-notes.ts'
import { type ChartSize, chartWidth, labelRoom, lineHeight, textSize } from './chart-size.ts'
import { flowKey } from './flow-key.ts'
import { drawBands } from './line-bands.ts'
import { drawFrame, type Frame, lineFrame, namedPoints } from './line-frame.ts'
import { lineKey } from './line-key.ts'
import { drawEndLabels, endLabels, labelsWidth } from './line-labels.ts'
import { drawSeries } from './line-series.ts'
import { ink } from './palette.ts'
import { drawing, element, tenth, text } from './svg.ts'
import { textWidth } from './text-width.ts'

const plotHeight: Record<ChartSize, number> = { wide: 260, narrow: 210 }
const mostNames: Record<ChartSize, number> = { wide: 8, narrow: 4 }

/** Lines over time: the council's own in front, comparators behind, everything named where it ends. */
export function lineChart(chart: LineChart, size: ChartSize = 'wide'): string {
  const width = chartWidth[size]
  const labels = endLabels(chart, labelRoom[size])
  const breakRows = chart.breaks.length > 0 ? Math.min(2, chart.breaks.length) : 0
  const top = 36 + breakRows * lineHeight
  const bottom = top + plotHeight[size]
  const right = tenth(width - (labels.length > 0 ? labelsWidth(labels) + 16 : 10))
  const frame = lineFrame(chart, { top, bottom, right }, size === 'wide' ? 5 : 4)
  const own = chart.series.find(({ emphasis }) => emphasis === 'main') ?? chart.series[0]
  const named = namedPoints(own?.points ?? [], frame, mostNames[size])
  // The council's own line is drawn last, so that it lies on top.
  const behindFirst = [...chart.series.entries()].sort(
    ([, one], [, other]) => Number(one.emphasis === 'main') - Number(other.emphasis === 'main'),
  )
  const { title, description } = chart
  const key = flowKey(lineKey(chart), width, bottom + 34)
  const notes = drawNotes(chart.notes ?? [], width, bottom + 34 + key.height)
  return drawing(
    { title, description, width, height: bottom + 30 + key.height + notes.height },
    text(chart.unitLabel, { x: 0, y: textSize, fill: ink.quiet }),
    drawBands(chart.bands ?? [], frame),
    drawFrame(frame, named),
    drawBreaks(chart.breaks, frame, width),
    drawTarget(chart, frame),
    ...behindFirst.map(([order, series]) => drawSeries(series, order, chart, frame)),
    drawEndLabels(labels, frame, chart.breaks.length > 0),
    key.drawn,
    notes.drawn,
  )
}

function drawTarget({ target }: LineChart, { box, y }: Frame): string {
  if (target === null) return ''
  return element('path', {
    d: `M${box.left} ${tenth(y(target.value))}H${box.right}`,
    stroke: ink.text,
    'stroke-width': 1.5,
    'stroke-dasharray': '7 4',
  })
}

function drawBreaks(breaks: LineChart['breaks'], { box, x }: Frame, width: number): string {
  return breaks
    .map(({ at, label }, index) => {
      const place = x(at)
      if (place < box.left || place > box.right) return ''
      const row = box.top - 10 - (index % 2) * lineHeight
      const most = width - textWidth(label, textSize)
      return (
        element('path', {
          d: `M${tenth(place)} ${row + 4}V${box.bottom}`,
          stroke: ink.quiet,
          'stroke-dasharray': '4 4',
        }) + text(label, { x: Math.max(0, Math.min(place - 4, most)), y: row, fill: ink.quiet })
      )
    })
    .join('')
}
