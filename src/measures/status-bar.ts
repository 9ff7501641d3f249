import { counted } from '../domain/counted.ts'
import { distribution, distributionText } from '../domain/evaluation/distribution.ts'
import type { DistributionChart } from '../domain/report/chart.ts'
import type { EvaluatedMeasure } from './evaluations.ts'

/** How many of the measures stand where, as one bar; those without figures are a real part of it. */
export function statusBar(title: string, measures: readonly EvaluatedMeasure[]): DistributionChart {
  const counts = distribution(measures.map(({ evaluation }) => evaluation.position))
  return {
    kind: 'distribution',
    title: `${title}: ${counted(measures.length, 'measure')}`,
    description: distributionText(counts),
    parts: counts.map(({ tone, label, count }) => ({ status: tone, label: label.toLowerCase(), count })),
  }
}
