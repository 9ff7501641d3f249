import type { ChartBand, LineChart, PointMark } from '../../domain/report/chart.ts'
import type { KeyItem } from './flow-key.ts'
import { bandInk, edgeDashes, isOutlook } from './line-bands.ts'
import { ink } from './palette.ts'
import { pointMark } from './point-mark.ts'
import { element } from './svg.ts'

const markWords: Record<PointMark, string> = {
  improvement: 'Improvement: more than the usual ups and downs',
  concern: 'Concern: more than the usual ups and downs',
  high: 'High: more than the usual ups and downs',
  low: 'Low: more than the usual ups and downs',
}

/** What ranges and shapes mean, under the plot. Lines are named where they end, so they are not in it. */
export function lineKey({ series, bands = [] }: LineChart): readonly KeyItem[] {
  const marks = new Set(series.flatMap(({ points }) => points.flatMap(({ mark }) => (mark ? [mark] : []))))
  const limits = bands.findLast((band) => !isOutlook(band))
  return [
    ...(limits ? [bandItem(limits)] : []),
    ...outlookItems(bands.filter(isOutlook)),
    ...[...marks].map((mark) => ({
      swatch: (x: number, y: number) => pointMark(mark, x + 11, y + 8),
      label: markWords[mark],
    })),
  ]
}

/** Both ranges in one: the likelier lies within the wider on the plot, and does so here. */
const outlookItems = (bands: readonly ChartBand[]): readonly KeyItem[] =>
  bands.length === 2
    ? [fanItem]
    : bands.map(({ kind, label }) => ({ label, swatch: fanSwatch(bandInk[kind], bandInk[kind]) }))

const fanSwatch = (outer: string, inner: string) => (x: number, y: number) =>
  element('rect', { x, y: y + 1, width: 22, height: 14, fill: outer }) +
  element('rect', { x, y: y + 4.5, width: 22, height: 7, fill: inner }) +
  element('path', { d: `M${x} ${y + 8}h22`, stroke: ink.main, 'stroke-width': 2, 'stroke-dasharray': '3 4' })

const fanItem: KeyItem = {
  label: 'Expected: 8 times in 10 in the darker part, 19 times in 20 in both',
  swatch: fanSwatch(ink.outlook95, ink.outlook80),
}

const bandItem = (band: ChartBand): KeyItem => ({
  label: band.label,
  swatch: (x, y) =>
    element('rect', { x, y: y + 1, width: 22, height: 14, fill: bandInk[band.kind] }) +
    element('path', {
      d: `M${x} ${y + 1}h22M${x} ${y + 15}h22`,
      stroke: ink.axis,
      'stroke-dasharray': edgeDashes(band),
    }) +
    element('path', { d: `M${x} ${y + 8}h22`, stroke: ink.axis }),
})
