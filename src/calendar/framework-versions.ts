import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { dayText } from '../domain/period-text.ts'

export type FrameworkVersion = {
  readonly number: number
  readonly title: string
  readonly adoptedOn: string | null
  readonly adoptedBy: string | null
  readonly effectiveFrom: string | null
  readonly reviewDue: string | null
  readonly whatChanged: string
  /** What it says in short: one statement a line. */
  readonly aims: string
  readonly tiers: string
  readonly rules: string
  readonly source: string
  readonly recordedAt: string
  readonly illustrative: boolean
}

/** The versions of the framework, latest first. */
export async function frameworkVersions(db: Db): Promise<FrameworkVersion[]> {
  const rows = await db.selectFrom('framework_version').selectAll().orderBy('number', 'desc').execute()
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    adoptedOn: row.adopted_on,
    adoptedBy: row.adopted_by,
    effectiveFrom: row.effective_from,
    reviewDue: row.review_due,
    whatChanged: row.what_changed,
    aims: row.aims,
    tiers: row.tiers,
    rules: row.rules,
    source: row.source_ref,
    recordedAt: row.recorded_at,
    illustrative: row.illustrative,
  }))
}

/** Which posts have put the notice of a version away, and when. */
export const frameworkSeenBy = (db: Db, number: number): Promise<{ label: string; at: string }[]> =>
  db
    .selectFrom('framework_seen as s')
    .innerJoin('account as a', (join) =>
      join.onRef('a.authority_id', '=', 's.authority_id').onRef('a.id', '=', 's.account_id'),
    )
    .select(['a.label', 's.seen_at as at'])
    .where('s.number', '=', number)
    .orderBy('s.seen_at')
    .execute()

/** The revision that somebody signed in has not been told of; the first version is none. */
export async function frameworkNotice(
  db: Db,
  { accountId }: Actor,
): Promise<{ text: string; href: string; number: number } | null> {
  if (accountId === undefined) return null
  const row = await db
    .selectFrom('framework_version')
    .select(['number', 'adopted_on', 'what_changed'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || row.number === 1) return null
  const seen = await db
    .selectFrom('framework_seen')
    .select('number')
    .where('number', '=', row.number)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (seen !== undefined) return null
  const when = row.adopted_on === null ? '' : ` on ${dayText(row.adopted_on)}`
  return { text: `The framework was revised${when}.`, href: '/framework', number: row.number }
}
