import type {
  DistributionChart,
  DotChart,
  LineChart,
  MultiplesChart,
  RankChart,
} from '../../domain/report/chart.ts'

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

const days = series([1, 2, 3, 4, 5, 6]).map(({ at }) => at)
const span = (kind: 'limits' | 'outlook-80' | 'outlook-95', label: string, reach: number, from: number) => ({
  kind,
  label,
  points: days.slice(from).map((at, step) => ({
    at,
    lower: 12 - reach - step / 10,
    upper: 12 + reach + step / 10,
    middle: 12,
  })),
})

/** An XmR chart with a special cause, its limits, a target and its outlook. */
export const sampleXmr: LineChart = {
  ...sampleLine,
  title: 'Absence is higher than its usual ups and downs explain',
  series: [
    {
      name: 'Sampleton',
      emphasis: 'main',
      points: series([10.8, 11.9, 12.9, 23.9, 22.6, null]).map((point, index) =>
        index === 3 ? { ...point, mark: 'concern' as const } : point,
      ),
    },
  ],
  bands: [
    span('limits', 'Usual range 9% to 15%', 3, 0),
    span('outlook-95', 'Expected 19 times in 20', 5, 4),
    span('outlook-80', 'Expected 8 times in 10', 3, 4),
  ],
  breaks: [],
  notes: ['Reaches 18% by 2024/25: about 3 in 10.'],
}

export const sampleDots: DotChart = {
  kind: 'dots',
  title: 'Sampleton is like most similar councils',
  description: 'Northport 12, Sampleton 10 (8 to 12), England 8.',
  unitLabel: 'Rate per 1,000',
  decimals: 0,
  unitSuffix: ' per 1,000',
  rows: [
    { name: 'England', value: 8, lower: 7.9, upper: 8.1, role: 'average' },
    { name: 'Sampleton', value: 10, lower: 8, upper: 12, role: 'own' },
    { name: 'Northport', value: 12, lower: null, upper: null, role: 'neighbour' },
  ],
  goodEnd: 'lower is better',
  notes: [],
}

export const sampleMultiples: MultiplesChart = {
  kind: 'multiples',
  title: 'Absence rose everywhere in the region',
  description: 'Sampleton 21.4%, Northport 22.0%, Weston no figures.',
  unitLabel: '% of sessions',
  decimals: 1,
  unitSuffix: '%',
  target: { value: 18, label: 'Target 18%' },
  breaks: [{ at: '2022-01-01', label: 'Definition changed' }],
  panels: [
    { name: 'Sampleton', role: 'own', points: series([10.8, null, 12.9, 23.9, 22.6, 21.4]) },
    { name: 'Northport', role: 'neighbour', points: series([11, 12, 13, 24, 23, 22]) },
    { name: 'Weston', role: 'neighbour', points: series([null, null, null, null, null, null]) },
  ],
}
