import { planningStages } from '../../domain/calendar/planning-stage.ts'
import { financialYear } from '../../domain/period.ts'
import { periodText } from '../../domain/period-text.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, text } from '../../domain/report/cells.ts'
import type { StageRecord } from '../plan-records.ts'

const columns = {
  year: 'Year',
  stage: 'Stage',
  done_on: 'Done on',
  done_by: 'Done by',
  note: 'Note',
  standing: 'Standing',
} as const

/** What was recorded of a plan's stages, for other programs. */
export const stageTable = (
  { title }: { readonly title: string },
  records: readonly StageRecord[],
): Table => ({
  name: 'stages',
  caption: `Stages of ${title}`,
  columns: Object.entries(columns).map(([key, label]) => column(key, label)),
  rows: records.map(({ yearStart, stage, doneOn, doneBy, note, illustrative }) => ({
    role: 'body',
    cells: [
      periodText(financialYear(yearStart)),
      planningStages[stage],
      doneOn,
      doneBy,
      note ?? '',
      illustrative ? 'illustrative' : '',
    ].map((words) => text(words)),
  })),
  notes: [],
})
