import type { DistributionChart } from '../../domain/report/chart.ts'
import { type ChartSize, chartWidth, textSize } from './chart-size.ts'
import { drawSegments } from './distribution-segments.ts'
import { placedMark } from './status-mark.ts'
import { drawing, escapeXml, fontFamily, shortHash, text } from './svg.ts'
import { textWidth } from './text-width.ts'

type Part = DistributionChart['parts'][number]

const barHeight = 34
const rowHeight = 24

/** One bar of counted parts with its key in words below: for a figure of its own and for documents. */
export function distributionBar(chart: DistributionChart, size: ChartSize = 'wide'): string {
  const { title, description } = chart
  const width = chartWidth[size]
  const parts = counted(chart)
  const key = keyPlaces(parts, width)
  const words = key.map(({ part: { status, count, label }, x, row }) => {
    const y = barHeight + 14 + row * rowHeight
    const number = String(count)
    return (
      placedMark(status, { x, y }) +
      text(number, { x: x + 22, y: y + 13, 'font-weight': 'bold' }) +
      text(label, { x: x + 28 + textWidth(number, textSize, true), y: y + 13 })
    )
  })
  const height = barHeight + 14 + ((key.at(-1)?.row ?? 0) + 1) * rowHeight
  const id = shortHash(`${title}${description}${size}`)
  return drawing({ title, description, width, height }, drawSegments(parts, width, barHeight, id), ...words)
}

/** The bar alone, for a row of a table: its words are beside it on the page, and in its name. */
export function distributionStrip(chart: DistributionChart): string {
  const [width, height] = [300, 24]
  const parts = counted(chart)
  const label = escapeXml(
    `${chart.title}: ${parts.map(({ label, count }) => `${count} ${label}`).join(', ')}`,
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-label="${label}" font-family="${fontFamily}" class="gt-strip-bar">` +
    `${drawSegments(parts, width, height, shortHash(label))}</svg>`
  )
}

function counted({ parts }: DistributionChart): readonly Part[] {
  return parts.filter(({ count }) => count > 0)
}

function keyPlaces(
  parts: readonly Part[],
  width: number,
): readonly { readonly part: Part; readonly x: number; readonly row: number }[] {
  let x = 0
  let row = 0
  return parts.map((part) => {
    const own = 28 + textWidth(String(part.count), textSize, true) + textWidth(part.label, textSize)
    if (x > 0 && x + own > width) {
      x = 0
      row += 1
    }
    const placed = { part, x, row }
    x += own + 24
    return placed
  })
}
