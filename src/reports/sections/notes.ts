import { matches } from '../../domain/measures/measure.ts'
import { type BreakKind, breakKinds, type ThreadBreak } from '../../domain/planning/thread.ts'
import type { Block, Table } from '../../domain/report/blocks.ts'
import type { CouncilFacts } from '../home-facts.ts'

/** How far to trust the figures: what they are, where they come from, and what is missing. */
export function notesSection(facts: CouncilFacts, breaks: readonly ThreadBreak[]): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Data notes and gaps', id: 'notes' },
    { kind: 'heading', level: 2, text: 'What the figures are', id: 'basis' },
    {
      kind: 'list',
      ordered: false,
      items: (['exact', 'close', 'proxy'] as const).map((match) => [
        `${matches[match].name}: ${matches[match].says}.`,
      ]),
    },
    {
      kind: 'paragraph',
      text: [
        'Figures are the latest for a period that had ended with the quarter, as published since: some were not yet public when the quarter ended. A proxy never gives a measure a status.',
      ],
    },
    { kind: 'table', table: sourcesTable(facts) },
    { kind: 'heading', level: 2, text: 'Gaps', id: 'gaps' },
    { kind: 'paragraph', text: ['Where the golden thread from the vision to a figure is broken:'] },
    { kind: 'table', table: gapsTable(breaks) },
  ]
}

function sourcesTable({ measures }: CouncilFacts): Table {
  const withFigures = measures.filter(({ evaluation }) => evaluation.latest !== null)
  const text = (words: string) => ({ kind: 'text' as const, text: words })
  return {
    name: 'sources',
    caption: 'Where each figure comes from',
    columns: [
      { key: 'measure', label: 'Measure', align: 'left', weight: 4 },
      { key: 'series', label: 'Series', align: 'left', weight: 4 },
      { key: 'publisher', label: 'Publisher', align: 'left', weight: 2 },
      { key: 'note', label: 'Note', align: 'left', weight: 4 },
    ],
    rows: withFigures.map(({ measure: { title, series } }) => ({
      role: 'body',
      cells: [
        text(title),
        text(series?.title ?? ''),
        text(series?.publisher ?? 'Not stated'),
        text(series?.note ?? '–'),
      ],
    })),
    notes: ['Contains public sector information licensed under the Open Government Licence v3.0.'],
  }
}

function gapsTable(breaks: readonly ThreadBreak[]): Table {
  const counts = Map.groupBy(breaks, ({ kind }) => kind)
  return {
    name: 'gaps',
    caption: 'Breaks in the golden thread',
    columns: [
      { key: 'gap', label: 'Gap', align: 'left', weight: 4 },
      { key: 'number', label: 'Number', align: 'right', weight: 1 },
    ],
    rows: (Object.keys(breakKinds) as BreakKind[]).map((kind) => {
      const n = counts.get(kind)?.length ?? 0
      return {
        role: 'body',
        cells: [
          { kind: 'text', text: breakKinds[kind] },
          { kind: 'number', text: String(n), value: String(n), source: 'Golden thread' },
        ],
      }
    }),
    notes: [],
  }
}
