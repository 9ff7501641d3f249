import { matches } from '../../domain/measures/measure.ts'
import { type BreakKind, breakKinds, type ThreadBreak } from '../../domain/planning/thread.ts'
import type { Block, Table } from '../../domain/report/blocks.ts'
import { column, number, text } from '../../domain/report/cells.ts'
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
  return {
    name: 'sources',
    caption: 'Where each figure comes from',
    columns: [
      column('measure', 'Measure', 'left', 4),
      column('series', 'Series', 'left', 4),
      column('publisher', 'Publisher', 'left', 2),
      column('note', 'Note', 'left', 4),
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
    columns: [column('gap', 'Gap', 'left', 4), column('number', 'Number', 'right')],
    rows: (Object.keys(breakKinds) as BreakKind[]).map((kind) => ({
      role: 'body',
      cells: [text(breakKinds[kind]), number(counts.get(kind)?.length ?? 0, 'Golden thread')],
    })),
    notes: [],
  }
}
