import { sql } from 'kysely'
import { Forbidden } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { KnownBy } from '../../db/known-by.ts'
import { can } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Lock } from '../../domain/measures/published-in.ts'
import { needsAgreement, type RestatementKind } from '../../domain/measures/restatement.ts'
import type { Period } from '../../domain/period.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { quarterLocks } from '../../organisation/locks.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { type EvaluatedMeasure, evaluateThese } from '../evaluations.ts'
import { measureFor } from '../queries.ts'
import { addRestatements } from './add-restatements.ts'

/** One thing that a change does, in words. */
export type Told = {
  readonly kind: RestatementKind
  readonly period: Period | null
  readonly was: string
  readonly becomes: string
}

/** What a change comes to: what it does, and what its measure reads without and with it. */
export type Effect = {
  readonly told: readonly Told[]
  /** The locked quarters that had shown what is changed: with any, it is a restatement. */
  readonly published: readonly Lock[]
  /** The quarter for which the measure is judged: the last that had shown it, or the one that is reported on. */
  readonly quarter: Period
  readonly before: EvaluatedMeasure
  readonly after: EvaluatedMeasure
  /** What may be right, and is to be looked at before it is kept. */
  readonly warnings: readonly string[]
}

export type ChangeProblem = { readonly field: string; readonly text: string }
export type Outcome =
  | { readonly ok: true; readonly effect: Effect }
  | { readonly ok: false; readonly problems: readonly ChangeProblem[] }

export const wrong = (field: string, text: string): Outcome => ({ ok: false, problems: [{ field, text }] })

export type Change = {
  readonly measure: string
  readonly told: readonly Told[]
  readonly publishedIn: (locks: readonly Lock[]) => readonly Lock[]
  readonly reason: string
  /** Who agreed to it, where and when. */
  readonly agreedBy: string | null
  readonly warnings?: readonly string[]
  readonly apply: () => Promise<void>
}

/** Makes a change; one of what was published needs more than a keeper, and goes into the ledger. */
export async function makeChange(db: Db, actor: Actor, change: Change): Promise<Outcome> {
  const { told, reason, agreedBy, apply } = change
  if (reason.trim() === '') return wrong('reason', 'Enter the reason, which is kept with the change')
  if (told.length === 0) return wrong('', 'This is how it stands already. Nothing would change.')
  const published = change.publishedIn(await quarterLocks(db))
  if (published.length > 0) {
    const decision = can(actor, 'measure.restate')
    if (!decision.allowed) throw new Forbidden(decision.reason)
    if (told.some(({ kind }) => needsAgreement(kind)) && !agreedBy?.trim())
      return wrong('agreedBy', 'Enter who agreed to it, where and when, such as SLB, 12 November 2024')
  }
  await apply()
  const quarter = published.at(-1)?.period ?? (await reportingQuarter(db, null))
  const evaluated = await beforeAndAfter(db, actor, change.measure, quarter)
  const effect: Effect = { told, published, quarter, ...evaluated, warnings: change.warnings ?? [] }
  if (published.length > 0) await addRestatements(db, actor, effect, { reason, agreedBy })
  return { ok: true, effect }
}

/** What the measure reads without and with what this transaction has recorded. */
export async function beforeAndAfter(
  db: Db,
  actor: Actor,
  code: string,
  quarter: Period,
): Promise<{ before: EvaluatedMeasure; after: EvaluatedMeasure }> {
  const { rows } = await sql<{ now: string }>`select now() as now`.execute(db)
  const { areaCode } = await authorityOf(db, actor)
  const standing = async (knownBy: KnownBy): Promise<EvaluatedMeasure> => {
    const asked = { area: areaCode, cutOff: quarter.end, knownBy, withTrackRecord: false }
    const [found] = await evaluateThese(db, [await measureFor(db, code, knownBy)], asked)
    if (!found) throw new Error(`Measure ${code} was not evaluated.`)
    return found
  }
  return { before: await standing(rows[0]?.now ?? null), after: await standing(null) }
}

/** Does something, and undoes it again: what a change would come to. */
export async function tried<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`savepoint tried`.execute(db)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint tried`.execute(db)
  }
}
