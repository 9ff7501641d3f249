import type { Db } from '../db/database.ts'
import type { PlanningStage } from '../domain/calendar/planning-stage.ts'

export type StageRecord = {
  readonly plan: string
  readonly yearStart: number
  readonly stage: PlanningStage
  readonly number: number
  readonly doneOn: string
  readonly doneBy: string
  readonly note: string | null
  readonly illustrative: boolean
}

/** What was recorded of the stages of plans, latest done first. */
export async function planStages(db: Db): Promise<StageRecord[]> {
  const rows = await db
    .selectFrom('plan_stage')
    .selectAll()
    .orderBy('done_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('plan_code')
    .execute()
  return rows.map((row) => ({
    plan: row.plan_code,
    yearStart: row.year_start,
    stage: row.stage,
    number: row.number,
    doneOn: row.done_on,
    doneBy: row.done_by,
    note: row.note,
    illustrative: row.illustrative,
  }))
}

export type Approval = {
  readonly plan: string
  readonly number: number
  readonly approvedOn: string
  readonly approvedBy: string
  readonly minuteRef: string | null
  readonly source: string
  readonly note: string | null
  readonly recordedAt: string
  readonly illustrative: boolean
}

/** Who approved which plan when, latest first. */
export async function planApprovals(db: Db): Promise<Approval[]> {
  const rows = await db
    .selectFrom('plan_approval')
    .selectAll()
    .orderBy('approved_on', 'desc')
    .orderBy('plan_code')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    plan: row.plan_code,
    number: row.number,
    approvedOn: row.approved_on,
    approvedBy: row.approved_by,
    minuteRef: row.minute_ref,
    source: row.source_ref,
    note: row.note,
    recordedAt: row.recorded_at,
    illustrative: row.illustrative,
  }))
}
