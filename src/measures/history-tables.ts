import { periodSlug, periodText } from '../domain/period-text.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import { instantText } from './changes/instant-text.ts'
import { figureWords, targetWords, toleranceWords } from './changes/words.ts'
import type { RegisteredMeasure } from './queries.ts'
import type { FigureRevision, Recorded, TargetRevision } from './revisions.ts'

const who = ({ recordedBy, illustrative }: Recorded): string =>
  illustrative && !recordedBy.includes('illustrative') ? `${recordedBy} (illustrative)` : recordedBy

const recordedColumns = [column('at', 'Recorded'), column('by', 'By'), column('why', 'Why', 'left', 2)]
const recordedCells = (each: Recorded) => [
  text(instantText(each.recordedAt)),
  text(who(each)),
  text(each.reason ?? 'First recorded'),
]

/** Every figure with every revision, for a file. */
export const figuresTable = (measure: RegisteredMeasure, all: readonly FigureRevision[]): Table => ({
  name: `${measure.code}-figures`,
  caption: 'Every figure and every revision',
  columns: [
    column('period', 'Period'),
    column('revision', 'Revision'),
    column('value', 'Figure'),
    ...recordedColumns,
  ],
  rows: all.map((each) => ({
    role: 'body',
    cells: [
      text(periodText(each.period)),
      text(String(each.revision)),
      text(figureWords(measure, each)),
      ...recordedCells(each),
    ],
  })),
  notes: [],
})

/** Every target with every revision. */
export const targetsTable = (measure: RegisteredMeasure, all: readonly TargetRevision[]): Table => ({
  name: `${measure.code}-targets`,
  caption: 'Every target and every revision',
  columns: [
    column('period', 'For'),
    column('revision', 'Revision'),
    column('target', 'Target'),
    column('tolerance', 'Tolerance'),
    ...recordedColumns,
  ],
  rows: all.map((each) => ({
    role: 'body',
    cells: [
      text(periodText(each.period)),
      text(String(each.revision)),
      text(targetWords(measure, each)),
      text(toleranceWords(measure, each.tolerance)),
      ...recordedCells(each),
    ],
  })),
  notes: [],
})

/** The figures by period: the one that stands, and under it those it took the place of. */
export const figuresByPeriod = (measure: RegisteredMeasure, all: readonly FigureRevision[]) =>
  [...Map.groupBy(all, ({ period }) => periodSlug(period))].map(([slug, revisions]) => ({
    slug,
    period: revisions[0] ? periodText(revisions[0].period) : slug,
    revisions: revisions.map((each, index) => ({
      figure: figureWords(measure, each),
      stands: index === 0,
      illustrative: each.illustrative,
      recorded: instantText(each.recordedAt),
      by: each.recordedBy,
      why: each.reason,
    })),
  }))
