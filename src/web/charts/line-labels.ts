import type { LineChart } from '../../domain/report/chart.ts'
import { lineHeight, textSize } from './chart-size.ts'
import type { Frame } from './line-frame.ts'
import { ink } from './palette.ts'
import { spreadLabels } from './spread-labels.ts'
import { element, tenth, text } from './svg.ts'
import { textWidth, wrapText } from './text-width.ts'
import { valueText } from './value-text.ts'

export type EndLabel = {
  readonly lines: readonly string[]
  readonly value: number
  readonly at: string | null
  readonly colour: string
  readonly bold: boolean
}

/** What stands at the right of the plot in place of a legend: each line's name and latest value, and the target. */
export function endLabels(chart: LineChart, most: number): readonly EndLabel[] {
  const labels: EndLabel[] = []
  const wrap = (words: string, bold: boolean) => wrapText(words, most, textSize, bold)
  for (const { name, points, emphasis } of chart.series) {
    const last = points.findLast(({ value }) => value !== null)
    if (last === undefined || last.value === null) continue
    const bold = emphasis === 'main'
    const colour = bold ? ink.main : ink.quiet
    labels.push({
      lines: wrap(`${name} ${valueText(last.value, chart)}`, bold),
      value: last.value,
      at: last.at,
      colour,
      bold,
    })
  }
  if (chart.target !== null) {
    const { value, label } = chart.target
    labels.push({ lines: wrap(label, false), value, at: null, colour: ink.text, bold: false })
  }
  return labels
}

export function labelsWidth(labels: readonly EndLabel[]): number {
  return Math.max(
    0,
    ...labels.flatMap(({ lines, bold }) => lines.map((line) => textWidth(line, textSize, bold))),
  )
}

export function drawEndLabels(labels: readonly EndLabel[], { box, x, y }: Frame, hasBreaks: boolean): string {
  const middles = spreadLabels(
    labels.map(({ lines, value }) => ({ wanted: y(value), height: lines.length * lineHeight + 3 })),
    // Words of a break stand above the plot and may reach over it.
    hasBreaks ? box.top - 4 : box.top - 12,
    box.bottom + 6,
  )
  return labels
    .map(({ lines, value, at, colour, bold }, index) => {
      const middle = middles[index] ?? 0
      const first = middle - ((lines.length - 1) * lineHeight) / 2 + 5
      const from = at === null ? box.right : x(at)
      const near = Math.abs(middle - y(value)) <= 4 && box.right - from <= 8
      const leader = near
        ? ''
        : element('path', {
            d: `M${tenth(from + 6)} ${tenth(y(value))}L${box.right + 8} ${tenth(middle)}h4`,
            fill: 'none',
            stroke: colour,
            'stroke-opacity': 0.55,
          })
      const words = lines.map((line, row) =>
        text(line, {
          x: box.right + 14,
          y: first + row * lineHeight,
          fill: colour,
          'font-weight': bold ? 'bold' : null,
        }),
      )
      return leader + words.join('')
    })
    .join('')
}
