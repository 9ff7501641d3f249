import { command } from '../access/command.ts'
import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type PlanningStage, yearsOfPlan } from '../domain/calendar/planning-stage.ts'
import { financialYear } from '../domain/period.ts'
import { periodSlug } from '../domain/period-text.ts'
import { planApprovals, planStages } from './plan-records.ts'

export type StageInput = {
  readonly plan: string
  readonly yearStart: number
  readonly stage: PlanningStage
  readonly doneOn: string
  readonly doneBy: string
  readonly note: string | null
}

/**
 * Records that a stage of a plan was done for a year; false when the plan has no such year. Done again or corrected, it
 * is a further row, and both stay.
 */
export const recordPlanStage = (db: Db, actor: Actor, input: StageInput): Promise<boolean> =>
  command(db, actor, 'calendar.keep', async (db) => {
    const { plan, yearStart, stage, doneOn, doneBy, note } = input
    const { period_start: start, period_end: end } = await planAlone(db, plan)
    if (!yearsOfPlan({ start, end }).includes(yearStart)) return { result: false, event: null }
    const before = (await planStages(db)).filter(
      (record) => record.plan === plan && record.yearStart === yearStart && record.stage === stage,
    )
    const number = before.length + 1
    await db
      .insertInto('plan_stage')
      .values({
        authority_id: actor.authorityId,
        plan_code: plan,
        year_start: yearStart,
        stage,
        number,
        done_on: doneOn,
        done_by: doneBy,
        note,
        recorded_by: actor.name,
        illustrative: actor.illustrative === true,
      })
      .execute()
    const year = periodSlug(financialYear(yearStart))
    return {
      result: true,
      event: {
        action: 'plan.stage-recorded',
        subject: `plan/${plan}`,
        details: { year, stage, number, doneOn, doneBy },
      },
    }
  })

export type ApprovalInput = {
  readonly plan: string
  readonly approvedOn: string
  readonly approvedBy: string
  readonly minuteRef: string | null
  readonly source: string
  readonly note: string | null
}

/** Records that a plan was approved, with where that is written down. */
export const recordPlanApproval = (db: Db, actor: Actor, input: ApprovalInput): Promise<void> =>
  command(db, actor, 'calendar.keep', async (db) => {
    const { plan, approvedOn, approvedBy, minuteRef, source, note } = input
    await planAlone(db, plan)
    const number = (await planApprovals(db)).filter((approval) => approval.plan === plan).length + 1
    await db
      .insertInto('plan_approval')
      .values({
        authority_id: actor.authorityId,
        plan_code: plan,
        number,
        approved_on: approvedOn,
        approved_by: approvedBy,
        minute_ref: minuteRef,
        source_ref: source,
        note,
        recorded_by: actor.name,
        illustrative: actor.illustrative === true,
      })
      .execute()
    return {
      result: undefined,
      event: {
        action: 'plan.approval-recorded',
        subject: `plan/${plan}`,
        details: { number, approvedOn, approvedBy, minuteRef, source },
      },
    }
  })

/** The plan, held until this transaction ends, so that two records at one moment get two numbers. */
async function planAlone(db: Db, code: string) {
  const found = await db
    .selectFrom('plan')
    .select(['period_start', 'period_end'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new NotFound(`There is no plan '${code}' here.`)
  return found
}
