import type { Chart } from '../../domain/report/chart.ts'
import type { ChartSize } from './chart-size.ts'
import { distributionBar } from './distribution-bar.ts'
import { dotChart } from './dot-chart.ts'
import { lineChart } from './line-chart.ts'
import { rankChart } from './rank-chart.ts'
import { smallMultiples } from './small-multiples.ts'

/** A chart's description as a drawing: an SVG document that also stands alone, for Word and for print. */
export function drawChart(chart: Chart, size: ChartSize = 'wide'): string {
  switch (chart.kind) {
    case 'line':
      return lineChart(chart, size)
    case 'dots':
      return dotChart(chart, size)
    case 'multiples':
      return smallMultiples(chart, size)
    case 'rank':
      return rankChart(chart, size)
    case 'distribution':
      return distributionBar(chart, size)
    default:
      return chart satisfies never
  }
}
