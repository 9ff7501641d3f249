import { figuresOf, type HighNeedsFact } from '../domain/high-needs/fact.ts'
import { numberText } from '../domain/quantity.ts'
import type { LineChart } from '../domain/report/chart.ts'

/** How many plans were issued each year; null where fewer than two years are known. */
export function plansChart(facts: readonly HighNeedsFact[]): LineChart | null {
  const issued = figuresOf(facts, 'plans-issued', { basis: 'actual' })
  const [before, last] = issued.slice(-2)
  if (!before?.value || !last?.value) return null
  const way = last.value > before.value ? 'rose' : last.value < before.value ? 'fell' : 'stayed'
  return {
    kind: 'line',
    title: `Plans issued in a year ${way} from ${numberText(before.value, 0)} in ${before.period} to ${numberText(last.value, 0)} in ${last.period}`,
    description: issued.map(({ period, value }) => `${period}: ${value}.`).join(' '),
    unitLabel: 'Plans issued in the year',
    decimals: 0,
    unitSuffix: '',
    series: [
      {
        name: 'Issued',
        emphasis: 'main',
        points: issued.map(({ endsOn, period, value }) => ({ at: endsOn, label: period, value })),
      },
    ],
    target: null,
    breaks: [],
    startAtZero: true,
  }
}
