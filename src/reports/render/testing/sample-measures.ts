import type { Row, Table } from '../../../domain/report/blocks.ts'
import { column, number, text } from './sample-cells.ts'

const priorities = [
  'Children and young people',
  'Adult social care',
  'Place',
  'Economy',
  'Environment',
  'Council',
]
const states = [
  ['exceeding', 'Exceeding'],
  ['good', 'Green'],
  ['close', 'Amber'],
  ['bad', 'Red'],
  ['none', 'No figure'],
] as const

/** 86 rows, wide enough to be turned on its side. */
export const measuresTable = (): Table => ({
  name: 'measures',
  caption: 'Measures of the corporate plan, by priority',
  columns: [
    column('measure', 'Measure', 5),
    column('unit', 'Unit', 2),
    column('period', 'Period', 1.6),
    column('value', 'Value', 1.6, 'right'),
    column('previous', 'A year ago', 1.6, 'right'),
    column('target', 'Target', 1.6, 'right'),
    column('status', 'Status', 2),
    column('travel', 'Travel', 1.8),
    column('owner', 'Owner', 3),
  ],
  rows: priorities.flatMap((priority, group): Row[] => [
    { role: 'group', cells: [text(priority), ...Array.from({ length: 8 }, () => text(''))] },
    ...Array.from({ length: group < 2 ? 15 : 14 }, (_, index) => measureRow(priority, group * 15 + index)),
  ]),
  notes: ['A measure with no figure stays in the list. Travel is against the same quarter a year earlier.'],
})

const measureRow = (priority: string, seed: number): Row => {
  const [tone, word] = states[(seed * 7) % 5] ?? states[4]
  const value = 1000 + ((seed * 7919) % 90_000) / 10
  const print = (amount: number) =>
    amount.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const missing = tone === 'none'
  return {
    role: 'body',
    cells: [
      text(`${priority}: measure ${seed + 1} of what residents notice first`),
      text(seed % 3 === 0 ? 'per 100,000 people' : 'number'),
      text('2024/25 Q1'),
      missing ? number('not yet due', null, null) : number(print(value), value.toFixed(1)),
      number(print(value * 0.95), (value * 0.95).toFixed(4)),
      number(print(value + 20), (value + 20).toFixed(1)),
      { kind: 'status', text: word, tone },
      text(missing ? '' : seed % 2 === 0 ? 'better' : 'no change'),
      text('Assistant director'),
    ],
  }
}
