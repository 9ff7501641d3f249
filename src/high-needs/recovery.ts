import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Commitment } from '../domain/high-needs/commitment.ts'
import type { RecoveryAction } from '../domain/high-needs/recovery.ts'

export type ToldAction = RecoveryAction & {
  readonly by: string
  readonly at: string
  readonly illustrative: boolean
}

/** What was promised to be reported or done, as last recorded. */
export async function commitmentsOf(
  db: Db,
  knownBy: KnownBy = null,
): Promise<(Commitment & { readonly at: string; readonly illustrative: boolean })[]> {
  const rows = await db
    .selectFrom('high_needs_commitment')
    .distinctOn('code')
    .where(knownUntil('recorded_at', knownBy))
    .selectAll()
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute()
  return rows
    .map((row) => ({
      code: row.code,
      position: row.position,
      commitment: row.commitment,
      due: row.due,
      dueFrom: row.due_from,
      dueUntil: row.due_until,
      everyMonths: row.every_months,
      source: row.source_ref,
      at: row.recorded_at,
      illustrative: row.illustrative,
    }))
    .toSorted((a, b) => a.position - b.position)
}

/** The actions of the recovery plan, as last told of, in their order. */
export async function recoveryActions(db: Db, knownBy: KnownBy = null): Promise<ToldAction[]> {
  const latest = new Map((await everyTelling(db, knownBy)).map((each) => [each.code, each]))
  return [...latest.values()].toSorted((a, b) => a.position - b.position)
}

/** One action with everything that was said of it, the first first. @throws NotFound */
export async function recoveryActionFor(
  db: Db,
  code: string,
): Promise<{ readonly latest: ToldAction; readonly told: readonly ToldAction[] }> {
  const told = (await everyTelling(db, null)).filter((each) => each.code === code)
  const latest = told.at(-1)
  if (latest) return { latest, told }
  throw new NotFound('There is no such action in the recovery plan.', [
    { text: 'The recovery plan', href: '/high-needs/recovery-plan' },
  ])
}

async function everyTelling(db: Db, knownBy: KnownBy): Promise<ToldAction[]> {
  const rows = await db
    .selectFrom('recovery_action')
    .where(knownUntil('recorded_at', knownBy))
    .selectAll()
    .orderBy('code')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    position: row.position,
    workstream: row.workstream,
    title: row.title,
    startsIn: row.starts_in,
    endsIn: row.ends_in,
    datesBasis: row.dates_basis,
    value: row.value_pence === null ? null : BigInt(row.value_pence),
    progress: row.progress,
    words: row.words,
    source: row.source_ref,
    by: row.recorded_by,
    at: row.recorded_at,
    illustrative: row.illustrative,
  }))
}
