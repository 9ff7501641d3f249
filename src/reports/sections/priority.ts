import type { Block, Inline, Table } from '../../domain/report/blocks.ts'
import { count } from '../../domain/report/figure.ts'
import type { Commentary } from '../../measures/commentary.ts'
import { groupStatusOf } from '../../measures/evaluations.ts'
import { type MeasureRow, measureRow } from '../../measures/row.ts'
import type { PlanItem } from '../../planning/queries.ts'
import type { CouncilFacts } from '../home-facts.ts'
import { saidBlocks } from './said.ts'

/** One priority: what it promises, where its measures stand, each measure with a figure, and which have none. */
export function prioritySection(
  priority: PlanItem,
  facts: CouncilFacts,
  said: ReadonlyMap<string, Commentary>,
): Block[] {
  const mine = facts.measures.filter(({ measure }) => measure.serves === priority.code)
  const rows = mine.map(measureRow)
  const [known, unknown] = [
    rows.filter(({ value }) => value !== null),
    rows.filter(({ value }) => value === null),
  ]
  const promised = [...facts.items.values()].filter((item) => item.serves === priority.code)
  const numberOf = (kind: PlanItem['kind']) =>
    count(promised.filter((item) => item.kind === kind).length, 'Corporate plan')
  const opening: Inline[] = priority.detail ? [`${priority.detail}. `] : []
  return [
    { kind: 'heading', level: 2, text: priority.title, id: priority.code },
    {
      kind: 'paragraph',
      text: [
        ...opening,
        'The plan names ',
        numberOf('outcome'),
        ' outcomes, ',
        numberOf('action'),
        ' actions and ',
        numberOf('success-measure'),
        ' success measures; progress of the actions is not yet reported here. ',
        groupStatusOf(mine).says,
      ],
    },
    ...(known.length > 0 ? [{ kind: 'table' as const, table: tableOf(priority, known) }] : []),
    ...saidBlocks(priority, rows, said),
    ...(unknown.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: [count(unknown.length, 'Register of measures'), ' measures have no figures:'],
          },
          {
            kind: 'list' as const,
            ordered: false,
            items: unknown.map(({ title, missing }) => [
              missing === 'Not collected here' ? title : `${title} (${missing.toLowerCase()})`,
            ]),
          },
        ]
      : []),
  ]
}

const tableOf = (priority: PlanItem, rows: readonly MeasureRow[]): Table => ({
  name: `measures-${priority.code}`,
  caption: `${priority.title}: measures with figures`,
  columns: [
    { key: 'measure', label: 'Measure', align: 'left', weight: 3.2 },
    { key: 'value', label: 'Latest', align: 'right', weight: 1.4 },
    { key: 'period', label: 'Period', align: 'left', weight: 1.6 },
    { key: 'target', label: 'Target', align: 'left', weight: 1.2 },
    { key: 'status', label: 'Status', align: 'left', weight: 2.7 },
    { key: 'travel', label: 'Over a year', align: 'left', weight: 1.3 },
    { key: 'basis', label: 'Basis', align: 'left', weight: 1.6 },
  ],
  rows: rows.map((row) => ({
    role: 'body',
    cells: [
      { kind: 'text', text: row.title },
      { kind: 'number', text: row.value ?? row.missing, value: row.exact, source: row.source },
      { kind: 'text', text: [row.period, row.provisional].filter(Boolean).join(', ') },
      { kind: 'text', text: row.target.replace(/^None: for context$/, 'Context') },
      { kind: 'status', text: row.standing ? `${row.status} (${row.standing})` : row.status, tone: row.tone },
      { kind: 'text', text: row.travel || '–' },
      { kind: 'text', text: row.match },
    ],
  })),
  notes: [],
})
