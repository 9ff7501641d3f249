import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { whenText } from '../../domain/period-text.ts'
import { quantityText } from '../../domain/quantity.ts'
import type { EvaluatedMeasure } from '../evaluations.ts'
import type { Effect } from './change.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** Enters a change of what was published into the ledger, one row for each thing it does. */
export async function addRestatements(
  db: Db,
  actor: Actor,
  { told, published, before, after }: Omit<Effect, 'quarter' | 'warnings'>,
  { reason, agreedBy }: { reason: string; agreedBy: string | null },
): Promise<void> {
  await oneAtATime(db)
  const last = await db
    .selectFrom('restatement')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
  await db
    .insertInto('restatement')
    .values(
      told.map(({ kind, period, was, becomes }, index) => ({
        authority_id: actor.authorityId,
        number: (last?.number ?? 0) + index + 1,
        by_name: actor.name,
        by_role: actor.role,
        kind,
        measure_code: before.measure.code,
        period_start: period?.start ?? null,
        period_end: period?.end ?? null,
        was,
        becomes,
        reason: reason.trim(),
        agreed_by: agreedBy?.trim() || null,
        published_in: published.map(({ quarter }) => quarter).join(','),
        position_before: before.evaluation.position,
        says_before: saysOf(before),
        position_after: after.evaluation.position,
        says_after: saysOf(after),
        illustrative:
          actor.illustrative === true || published.every(({ illustrative }) => illustrative === true),
      })),
    )
    .execute()
}

/** What a measure reads: its latest figure, and what is said of it. */
export function saysOf({ measure, evaluation: { latest, sentence } }: EvaluatedMeasure): string {
  const { series } = measure
  if (!latest || !series) return sentence
  return `${quantityText(latest.value, series.unit, series.decimals)} ${whenText(latest.period)}. ${sentence}`
}
