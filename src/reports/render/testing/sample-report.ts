import type { Block, Cell, Report, Row, Table } from '../../../domain/report/blocks.ts'
import { column, number, text } from './sample-cells.ts'
import { measuresTable } from './sample-measures.ts'

/** A paper like the ones the council hands to Cabinet: money, a chart, exceptions and every measure. */
export const sampleReport = (): Report => ({
  kind: 'cpor',
  title: 'Corporate Plan Overview Report',
  subtitle: 'How the council is doing against its plan, in figures and words',
  council: 'Sefton Council',
  period: '2024/25 Q1',
  language: 'en-GB',
  blocks: [
    heading(1, 'summary', 'Summary'),
    {
      kind: 'callout',
      tone: 'close',
      title: 'The year is likely to end £2.000m over budget',
      text: ['Adult social care accounts for ', money('£1.700m', '1700000'), ' of the overspend.'],
    },
    {
      kind: 'paragraph',
      text: [
        'Of 86 measures, ',
        figure('36', '36', 'evaluations of 2024/25 Q1'),
        ' have figures for this quarter and ',
        figure('9', '9', 'evaluations of 2024/25 Q1'),
        ' are overdue. Recycling rose from ',
        figure('33.1%', '33.1', 'recycling-rate 2023/24 Q1'),
        ' to ',
        figure('35.4%', '35.4', 'recycling-rate 2024/25 Q1'),
        ', and is still below the neighbours’ average. Where a figure is missing it is said so, and nothing is estimated in its place.',
      ],
    },
    heading(2, 'going-well', 'What is going well'),
    {
      kind: 'list',
      ordered: false,
      items: [
        [
          'Repeat referrals to children’s social care fell to ',
          figure('17.2%', '17.2', 'repeat-referrals'),
          '.',
        ],
        ['Every library kept its opening hours.'],
      ],
    },
    heading(2, 'asks', 'What Cabinet is asked to do'),
    {
      kind: 'list',
      ordered: true,
      items: [
        ['Note the position.'],
        ['Agree the remedial actions in adult social care.'],
        ['Ask scrutiny to look at absence in secondary schools.'],
      ],
    },
    heading(1, 'exceptions', 'What needs attention'),
    { kind: 'table', table: exceptionsTable() },
    heading(2, 'absence', 'Persistent absence'),
    {
      kind: 'paragraph',
      text: ['More pupils miss a tenth of their lessons than before the pandemic, and the fall has stopped.'],
    },
    { kind: 'figure', chart: absenceChart(), source: 'Department for Education, pupil absence in schools' },
    heading(1, 'money', 'Money'),
    heading(2, 'revenue', 'Revenue'),
    { kind: 'paragraph', text: ['A positive variance is an overspend.'] },
    { kind: 'table', table: revenueTable() },
    heading(1, 'measures', 'Every measure'),
    {
      kind: 'paragraph',
      text: ['Measures stand under the priority they serve. Those without figures stay in the list.'],
    },
    { kind: 'table', table: measuresTable() },
    heading(1, 'notes', 'How these figures were made'),
    {
      kind: 'callout',
      tone: 'neutral',
      title: 'Provisional figures',
      text: ['Figures for the latest quarter may be revised when the year is closed.'],
    },
    heading(2, 'rounding', 'Rounding'),
    heading(3, 'rounding-money', 'Money'),
    {
      kind: 'paragraph',
      text: ['Amounts are rounded for display only; totals are of the unrounded figures.'],
    },
  ],
})

const heading = (level: 1 | 2 | 3, id: string, text: string): Block => ({ kind: 'heading', level, id, text })
const figure = (text: string, value: string, source: string) =>
  ({ kind: 'figure', text, value, source }) as const
const money = (text: string, value: string) => figure(text, value, 'revenue monitoring, June 2024')
const services: readonly (readonly [string, number, number])[] = [
  ['Adult social care', 112_345_000, 114_045_000],
  ['Children’s social care', 61_208_400, 61_908_400],
  ['Communities', 15_024_000, 14_810_600],
  ['Corporate resources', 7_946_250, 7_946_250],
  ['Economic growth and housing', 6_730_000, 6_615_100],
  ['Education excellence', 11_202_000, 11_402_000],
  ['Operational in-house services', 17_468_900, 17_197_200],
]

const revenueTable = (): Table => {
  const sum = (index: 1 | 2) => services.reduce((total, service) => total + service[index], 0)
  const row = (role: Row['role'], name: string, budget: number, forecast: number): Row => ({
    role,
    cells: [text(name), millions(budget), millions(forecast), millions(forecast - budget)],
  })
  return {
    name: 'revenue',
    caption: 'Net revenue budget and forecast outturn by service',
    columns: [
      column('service', 'Service', 4),
      column('budget', 'Budget (£m)', 2, 'right'),
      column('forecast', 'Forecast (£m)', 2, 'right'),
      column('variance', 'Variance (£m)', 2, 'right'),
    ],
    rows: [
      ...services.map(([name, budget, forecast]) => row('body', name, budget, forecast)),
      row('total', 'Net cost of services', sum(1), sum(2)),
    ],
    notes: [
      'Variance is forecast less budget: a positive figure is an overspend.',
      'Source: revenue monitoring, June 2024.',
    ],
  }
}

const millions = (pounds: number): Cell =>
  number(
    (pounds / 1e6).toFixed(3).replace('-', '−'),
    (pounds / 1e6).toFixed(6),
    'revenue monitoring, June 2024',
  )

const exceptionsTable = (): Table => ({
  name: 'exceptions',
  caption: 'Exceptions, most serious first',
  columns: [
    column('measure', 'Measure', 3),
    column('latest', 'Latest', 1.2, 'right'),
    column('status', 'Status', 1.8),
    column('why', 'Why it is here', 4),
    column('owner', 'Owner', 2),
  ],
  rows: [
    exception(
      'Pupils persistently absent',
      '23.4%',
      '23.4',
      'bad',
      'Red',
      'Above target and rising: seven periods in a row over the mean.',
      'Education excellence',
    ),
    exception(
      'Care leavers in work or learning',
      '48.0%',
      '48',
      'bad',
      'Red',
      'Worse than target; the neighbours’ average is 55.1%.',
      'Children’s social care',
    ),
    exception(
      'Household waste recycled',
      '35.4%',
      '35.4',
      'close',
      'Amber',
      'Unlikely to reach the target by March (about 2 in 10).',
      'Operational in-house services',
    ),
    exception(
      'Complaints answered in time',
      'overdue',
      null,
      'none',
      'No figure',
      'Was due on 12 July; last quarter was 81.0%.',
      'Corporate resources',
    ),
    exception(
      'Repeat referrals',
      '17.2%',
      '17.2',
      'exceeding',
      'Exceeding',
      'Better than target by more than the tolerance.',
      'Children’s social care',
    ),
  ],
  notes: [],
})

const exception = (
  name: string,
  printed: string,
  value: string | null,
  tone: 'bad' | 'close' | 'none' | 'exceeding',
  word: string,
  why: string,
  owner: string,
): Row => ({
  role: 'body',
  cells: [
    text(name, `/measures/${name.toLowerCase().replaceAll(' ', '-')}`),
    number(printed, value),
    { kind: 'status', text: word, tone },
    text(why),
    text(owner),
  ],
})

const absenceChart = () => {
  const years = ['2016/17', '2017/18', '2018/19', '2020/21', '2021/22', '2022/23', '2023/24']
  const points = (values: readonly number[]) =>
    years.map((label, index) => ({ at: `20${label.slice(5)}-07-31`, label, value: values[index] ?? null }))
  return {
    kind: 'line',
    title: 'Persistent absence is twice what it was before the pandemic, and has stopped falling',
    description:
      'Line chart of pupils persistently absent, 2016/17 to 2023/24. Sefton rose from 11.2% to 23.9% in 2021/22 and is 23.4% now; the target is 18%.',
    unitLabel: 'Pupils persistently absent (%)',
    decimals: 1,
    unitSuffix: '%',
    startAtZero: true,
    target: { value: 18, label: 'Target 18%' },
    breaks: [],
    series: [
      { name: 'Sefton', emphasis: 'main', points: points([11.2, 11.5, 11.4, 14.9, 23.9, 23.2, 23.4]) },
      { name: 'England', emphasis: 'comparator', points: points([10.8, 11.2, 10.9, 12.1, 22.5, 21.2, 20.7]) },
    ],
  } as const
}
