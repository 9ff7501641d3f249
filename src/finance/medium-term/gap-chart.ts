import { scenarioNames, scenarios } from '../../domain/finance/medium-term.ts'
import type { LineChart } from '../../domain/report/chart.ts'
import { drawnMillions } from '../drawn-millions.ts'
import type { Baseline } from './baseline.ts'
import { type Gaps, gapText, yearAfter } from './words.ts'

/** The gap of each scenario from a balanced first year on. */
export function gapChart(baseline: Baseline, gaps: Gaps): LineChart {
  const first = Number(baseline.year.slice(0, 4))
  const last = yearAfter(baseline.year, gaps.central.length)
  return {
    kind: 'line',
    title: `The gap by ${last} in each scenario`,
    description: scenarioNames
      .map((scenario) => `${scenarios[scenario]}: ${gapText(gaps[scenario].at(-1)?.gap ?? 0n)} in ${last}`)
      .join('. '),
    unitLabel: '£ million',
    unitPrefix: '£',
    unitSuffix: 'm',
    decimals: 1,
    series: scenarioNames.map((scenario) => ({
      name: scenarios[scenario],
      emphasis: scenario === 'central' ? 'main' : 'comparator',
      points: [{ after: 0, gap: 0n }, ...gaps[scenario]].map(({ after, gap }) => ({
        at: `${first + after + 1}-03-31`,
        label: yearAfter(baseline.year, after),
        value: drawnMillions(gap),
      })),
    })),
    target: null,
    breaks: [],
    startAtZero: true,
  }
}
