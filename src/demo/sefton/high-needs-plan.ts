import type { Commitment } from '../../domain/high-needs/commitment.ts'
import type { DatesBasis, RecoveryAction } from '../../domain/high-needs/recovery.ts'
import { academicYear, month, type Period, term } from '../../domain/period.ts'
import { orNull, shipped, sourceOf } from '../csv.ts'

export const commitments = (): Commitment[] =>
  shipped('sefton/high_needs/monitoring_commitments.csv').map((row) => {
    const due = row.due ?? ''
    const period = dueIn(due)
    return {
      code: `commitment-${row.order}`,
      position: Number(row.order),
      commitment: row.commitment_paraphrased ?? '',
      due,
      dueFrom: period?.start ?? null,
      dueUntil: period?.end ?? null,
      everyMonths: row.commitment_paraphrased?.includes('every six months') ? 6 : null,
      source: sourceOf(row),
    }
  })

/** 'Autumn' is September to November, as the seasons of statistics go; the paper names no months. */
function dueIn(due: string): Period | null {
  const [, year, monthOfYear] = /^(\d{4})-(\d{2})/.exec(due) ?? []
  if (year) return month(Number(year), Number(monthOfYear))
  const from = Number(due.slice(0, 4))
  if (due.endsWith('autumn term')) return term(from, 'autumn')
  if (due.endsWith('academic year')) return academicYear(from)
  if (due.endsWith('autumn')) return { start: `${from}-09-01`, end: `${from}-12-01`, granularity: 'span' }
  return null
}

const untold = { value: null, progress: 'not stated' } as const

/** The tasks of Delivering Better Value and the workstreams of the SEND transformation. The papers value none of them. */
export const recoveryPlan = (): RecoveryAction[] => [
  ...shipped('sefton/high_needs/dbv_timeline.csv').map((row) => ({
    ...untold,
    code: `dbv-${row.order}`,
    position: Number(row.order),
    workstream: row.workstream ?? '',
    title: row.task ?? '',
    startsIn: orNull(row.start_month),
    endsIn: orNull(row.end_month),
    datesBasis: row.dates_status as DatesBasis,
    words: orNull(row.note),
    source: sourceOf(row),
  })),
  ...shipped('sefton/high_needs/send_transformation_workstreams.csv').map((row) => ({
    ...untold,
    code: `send-${row.order}`,
    position: 100 + Number(row.order),
    workstream: `SEND transformation: ${row.workstream}`,
    title: row.core_activity_paraphrased ?? '',
    startsIn: null,
    endsIn: null,
    datesBasis: 'not stated' as const,
    words: orNull(
      [row.milestones, row.duration_months ? `to last ${row.duration_months} months` : '']
        .filter((part) => part)
        .join('; '),
    ),
    source: sourceOf(row),
  })),
]
