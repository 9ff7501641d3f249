import type { DistributionChart, LineChart, RankChart } from '../../domain/report/chart.ts'

const years = ['2018/19', '2019/20', '2020/21', '2021/22', '2022/23', '2023/24']
const series = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ at: `${2019 + index}-07-31`, label: years[index] ?? '', value }))

export const sampleLine: LineChart = {
  kind: 'line',
  title: 'Absence is falling but is still higher than before the pandemic & after',
  description: 'Sampleton 21.4% in 2023/24; England 20.0%.',
  unitLabel: '% of sessions',
  decimals: 1,
  unitSuffix: '%',
  startAtZero: false,
  series: [
    { name: 'Sampleton', emphasis: 'main', points: series([10.8, null, 12.9, 23.9, 22.6, 21.4]) },
    { name: 'England', emphasis: 'comparator', points: series([10.9, null, 12.1, 22.5, 21.2, 20]) },
    { name: 'North West', emphasis: 'comparator', points: series([11.2, null, 12.8, 22.9, 21.8, 20.1]) },
  ],
  target: { value: 18, label: 'Target 18%' },
  breaks: [{ at: '2022-01-01', label: 'Definition changed' }],
}

export const sampleRank: RankChart = {
  kind: 'rank',
  title: 'Sampleton is second of three',
  description: 'Northport 12, Sampleton 10, England 8.',
  unitLabel: 'Rate per 1,000',
  decimals: 0,
  unitSuffix: ' per 1,000',
  bars: [
    { name: 'Northport', value: 12, role: 'neighbour' },
    { name: 'Sampleton', value: 10, role: 'own' },
    { name: 'England', value: 8, role: 'average' },
  ],
}

export const sampleDistribution: DistributionChart = {
  kind: 'distribution',
  title: 'Of 86 measures, 36 have figures',
  description: '7 better than target, 50 without figures.',
  parts: [
    { status: 'exceeding', label: 'better than target', count: 7 },
    { status: 'good', label: 'at target', count: 28 },
    { status: 'bad', label: 'worse than target', count: 1 },
    { status: 'close', label: 'close to target', count: 0 },
    { status: 'none', label: 'no figures', count: 50 },
  ],
}
