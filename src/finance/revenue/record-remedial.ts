import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type RemedialKind, type RemedialStep, whyNotStep } from '../../domain/finance/revenue-remedial.ts'
import type { Pence } from '../../domain/money.ts'
import { refuseUnknownServices } from '../services.ts'
import type { RevenueMonth } from './queries.ts'
import { remedialActionFor } from './remedial.ts'

export type RemedialInput = {
  readonly kind: RemedialKind
  readonly title: string
  readonly service: string | null
  /** By how much it lowers the forecast; null where nobody has valued it. */
  readonly value: Pence | null
  readonly dueAfterMonth: string | null
  readonly source: string
}

export type RemedialRegister = RevenueMonth & {
  readonly actions: readonly (RemedialInput & { readonly number: number })[]
  readonly reserves: readonly { readonly reserve: string; readonly reason: string; readonly source: string }[]
}

/** Records what a paper proposes against the overspend, and which reserves it says may not be used. */
export const recordRemedialActions = (db: Db, actor: Actor, input: RemedialRegister): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { actions, reserves, ...of } = input
    const rows = actions.map(({ number, ...action }) => rowOf(actor, of, number, action))
    const limits = reserves.map(({ reserve, reason, source }, index) => ({
      authority_id: actor.authorityId,
      financial_year: of.financialYear,
      position: index + 1,
      reserve,
      reason,
      source_ref: source,
      recorded_by: actor.name,
    }))
    const kept = bothKept(
      await keepRows(db, 'remedial_action', ['authority_id', 'financial_year', 'number'], rows),
      await keepRows(db, 'reserve_limit', ['authority_id', 'financial_year', 'position'], limits),
    )
    const subject = `revenue/${of.financialYear}/${of.month}`
    return { result: kept, event: changed(kept, 'remedial-actions.recorded', subject) }
  })

/** Proposes an action against the overspend of a month; gives its number in the year. */
export const proposeRemedialAction = (
  db: Db,
  actor: Actor,
  { financialYear, month, ...action }: RevenueMonth & RemedialInput,
): Promise<number> =>
  command(db, actor, 'finance.record', async (db) => {
    await refuseUnknownServices(db, action.service === null ? [] : [action.service])
    await hold(db, `remedial actions of ${financialYear}`)
    const { last } = await db
      .selectFrom('remedial_action')
      .select((of) => of.fn.max('number').as('last'))
      .where('financial_year', '=', financialYear)
      .executeTakeFirstOrThrow()
    const number = (last ?? 0) + 1
    await db
      .insertInto('remedial_action')
      .values(rowOf(actor, { financialYear, month }, number, action))
      .execute()
    const event = {
      action: 'remedial-action.proposed',
      subject: `remedial-action/${financialYear}/${number}`,
      details: { month, title: action.title },
    }
    return { result: number, event }
  })

export type RemedialStepInput = {
  readonly financialYear: string
  readonly number: number
  /** How many steps the person saw, so that nobody acts on what has moved on. */
  readonly seen: number
  readonly step: RemedialStep
  readonly onDay: string
  readonly decidedBy: string | null
  readonly inForecastFrom: string | null
  readonly words: string | null
}

/** Records what became of an action: approved by whom and when, counted in a forecast, done or stopped. */
export const takeRemedialStep = (db: Db, actor: Actor, input: RemedialStepInput): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, number, seen, step, onDay, decidedBy, inForecastFrom, words } = input
    await hold(db, `remedial action ${financialYear} ${number}`)
    const held = await remedialActionFor(db, financialYear, number)
    if (held.steps.length !== seen)
      throw new Conflict(
        `Something was recorded of it meanwhile, by ${held.steps.at(-1)?.by}. Look at it again.`,
      )
    const reason = whyNotStep(held, step)
    if (reason !== null) throw new Conflict(reason)
    await db
      .insertInto('remedial_step')
      .values({
        authority_id: actor.authorityId,
        financial_year: financialYear,
        action_number: number,
        number: seen + 1,
        step,
        on_day: onDay,
        decided_by: decidedBy,
        in_forecast_from: inForecastFrom,
        words,
        by_name: actor.name,
        by_role: actor.role,
        by_account_id: actor.accountId ?? null,
      })
      .execute()
    const event = {
      action: 'remedial-action.step-taken',
      subject: `remedial-action/${financialYear}/${number}`,
      details: { step, onDay, ...(decidedBy === null ? {} : { decidedBy }) },
    }
    return { result: undefined, event }
  })

function rowOf(actor: Actor, { financialYear, month }: RevenueMonth, number: number, action: RemedialInput) {
  const { kind, title, service, value, dueAfterMonth, source } = action
  return {
    authority_id: actor.authorityId,
    financial_year: financialYear,
    number,
    month,
    kind,
    title,
    service_code: service,
    value_pence: value === null ? null : String(value),
    due_after_month: dueAfterMonth,
    source_ref: source,
    recorded_by: actor.name,
  }
}
