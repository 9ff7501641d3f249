import { planningStages } from '../../domain/calendar/planning-stage.ts'
import { financialYear } from '../../domain/period.ts'
import { periodText } from '../../domain/period-text.ts'
import type { Table } from '../../domain/report/blocks.ts'
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
  columns: Object.entries(columns).map(([key, label]) => ({ key, label, align: 'left', weight: 1 })),
  rows: records.map(({ yearStart, stage, doneOn, doneBy, note, illustrative }) => ({
    role: 'body',
    cells: [
      periodText(financialYear(yearStart)),
      planningStages[stage],
      doneOn,
      doneBy,
      note ?? '',
      illustrative ? 'illustrative' : '',
    ].map((text) => ({ kind: 'text', text })),
  })),
  notes: [],
})
