import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { RemedialKind, RemedialStep } from '../../domain/finance/revenue-remedial.ts'
import type { Pence } from '../../domain/money.ts'

export type RemedialStepTaken = {
  readonly step: RemedialStep
  readonly onDay: string
  readonly decidedBy: string | null
  readonly inForecastFrom: string | null
  readonly words: string | null
  readonly by: string
}

export type RemedialAction = {
  readonly financialYear: string
  readonly number: number
  /** The month whose monitoring raised it. */
  readonly month: string
  readonly kind: RemedialKind
  readonly title: string
  readonly service: string | null
  readonly serviceName: string | null
  readonly value: Pence | null
  readonly dueAfterMonth: string | null
  readonly source: string
  /** What became of it, the last one last; without one it is proposed. */
  readonly steps: readonly RemedialStepTaken[]
}

/** What was proposed against a year's overspend, with what became of each. */
export async function remedialActions(
  db: Db,
  financialYear: string,
  knownBy: KnownBy = null,
): Promise<RemedialAction[]> {
  const rows = await db
    .selectFrom('remedial_action as a')
    .leftJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'a.authority_id').onRef('s.code', '=', 'a.service_code'),
    )
    .where('a.financial_year', '=', financialYear)
    .where(knownUntil('a.recorded_at', knownBy))
    .selectAll('a')
    .select('s.name as service_name')
    .orderBy('a.number')
    .execute()
  const steps = Map.groupBy(
    await db
      .selectFrom('remedial_step')
      .selectAll()
      .where('financial_year', '=', financialYear)
      .where(knownUntil('at', knownBy))
      .orderBy('number')
      .execute(),
    (step) => step.action_number,
  )
  return rows.map((row) => ({
    financialYear,
    number: row.number,
    month: row.month,
    kind: row.kind,
    title: row.title,
    service: row.service_code,
    serviceName: row.service_name,
    value: row.value_pence === null ? null : BigInt(row.value_pence),
    dueAfterMonth: row.due_after_month,
    source: row.source_ref,
    steps: (steps.get(row.number) ?? []).map((step) => ({
      step: step.step,
      onDay: step.on_day,
      decidedBy: step.decided_by,
      inForecastFrom: step.in_forecast_from,
      words: step.words,
      by: step.by_name,
    })),
  }))
}

export async function remedialActionFor(
  db: Db,
  financialYear: string,
  number: number,
): Promise<RemedialAction> {
  const found = (await remedialActions(db, financialYear)).find((each) => each.number === number)
  if (found) return found
  throw new NotFound('There is no remedial action of that number.', [
    { text: 'The latest revenue position', href: '/finance/revenue' },
  ])
}

export type ReserveLimit = { readonly reserve: string; readonly reason: string; readonly source: string }

/** The reserves that may not answer an overspend of the year, each with the reason. */
export const reserveLimits = (
  db: Db,
  financialYear: string,
  knownBy: KnownBy = null,
): Promise<ReserveLimit[]> =>
  db
    .selectFrom('reserve_limit')
    .select(['reserve', 'reason', 'source_ref as source'])
    .where('financial_year', '=', financialYear)
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('position')
    .execute()
