import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure, Report } from './blocks.ts'
import { figuresOf } from './figures.ts'

const figure = (text: string): Figure => ({ kind: 'figure', text, value: text, source: `source of ${text}` })

const report: Report = {
  kind: 'cpor',
  title: 'Report',
  subtitle: '',
  council: 'Sefton Council',
  period: '2024/25 Q1',
  language: 'en-GB',
  blocks: [
    { kind: 'paragraph', text: ['First ', figure('1')] },
    { kind: 'heading', level: 1, id: 'money', text: 'Money' },
    { kind: 'paragraph', text: ['No figure'] },
    { kind: 'paragraph', text: [figure('2'), ' and ', figure('3')] },
    { kind: 'list', ordered: false, items: [['None'], [figure('4')]] },
    { kind: 'callout', tone: 'bad', title: 'Over', text: [figure('5')] },
    {
      kind: 'table',
      table: {
        name: 'revenue',
        caption: 'Revenue',
        columns: [
          { key: 'service', label: 'Service', align: 'left', weight: 1 },
          { key: 'budget', label: 'Budget', align: 'right', weight: 1 },
        ],
        rows: [
          {
            role: 'body',
            cells: [
              { kind: 'text', text: 'Place' },
              { kind: 'number', text: 'not collected', value: null, source: null },
            ],
          },
        ],
        notes: [],
      },
    },
  ],
}

test('figures and number cells are listed in reading order with where they stand', () => {
  assert.deepEqual(
    figuresOf(report).map(({ id, text, where }) => [id, text, where]),
    [
      ['start.1', '1', 'Start, paragraph 1'],
      ['money.1', '2', 'Money, paragraph 2'],
      ['money.2', '3', 'Money, paragraph 2'],
      ['money.3', '4', 'Money, list item 2'],
      ['money.4', '5', 'Money, ‘Over’'],
      ['revenue.1.budget', 'not collected', 'Table 1, row ‘Place’, column ‘Budget’'],
    ],
  )
})
