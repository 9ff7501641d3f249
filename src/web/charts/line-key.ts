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
    ...bands.filter(isOutlook).map(bandItem),
    ...[...marks].map((mark) => ({
      swatch: (x: number, y: number) => pointMark(mark, x + 11, y + 8),
      label: markWords[mark],
    })),
  ]
}

const bandItem = (band: ChartBand): KeyItem => ({
  label: band.label,
  swatch: (x, y) =>
    element('rect', { x, y: y + 1, width: 22, height: 14, fill: bandInk[band.kind] }) +
    (isOutlook(band)
      ? ''
      : element('path', {
          d: `M${x} ${y + 1}h22M${x} ${y + 15}h22`,
          stroke: ink.axis,
          'stroke-dasharray': edgeDashes(band),
        }) + element('path', { d: `M${x} ${y + 8}h22`, stroke: ink.axis })),
})
