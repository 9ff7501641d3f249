import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { DueDays } from '../domain/cycle/due-days.ts'
import type { Period } from '../domain/period.ts'
import { parseQuarter } from '../domain/period-text.ts'

export type CycleLock = { readonly by: string; readonly at: string; readonly gapsReason: string | null }

export type Cycle = {
  /** As in addresses: '2024-25-q1'. */
  readonly slug: string
  readonly quarter: Period
  readonly due: DueDays
  readonly openedBy: string
  readonly openedAt: string
  readonly lock: CycleLock | null
  readonly illustrative: boolean
}

/** Every cycle that was opened, latest first. */
export async function cyclesOf(db: Db): Promise<Cycle[]> {
  const rows = await db
    .selectFrom('cycle as c')
    .leftJoin('quarter_lock as l', (join) =>
      join.onRef('l.authority_id', '=', 'c.authority_id').onRef('l.quarter', '=', 'c.quarter'),
    )
    .selectAll('c')
    .select(['l.locked_by', 'l.locked_at', 'l.gaps_reason'])
    .orderBy('c.quarter', 'desc')
    .execute()
  return rows.map((row) => ({
    slug: row.quarter,
    quarter: quarterOf(row.quarter),
    due: {
      entry: row.entry_due,
      confirmation: row.confirmation_due,
      signOff: row.sign_off_due,
      assurance: row.assurance_due,
    },
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    lock:
      row.locked_by === null || row.locked_at === null
        ? null
        : { by: row.locked_by, at: row.locked_at, gapsReason: row.gaps_reason },
    illustrative: row.illustrative,
  }))
}

/** One cycle, by its quarter's slug; the latest when none is asked for. */
export async function cycleFor(db: Db, slug: string | null): Promise<Cycle> {
  const all = await cyclesOf(db)
  const found = slug === null ? all[0] : all.find((cycle) => cycle.slug === slug.toLowerCase())
  if (found) return found
  const others = all.slice(0, 4).map(({ slug }) => ({ text: slug, href: `/cycles/${slug}` }))
  throw new NotFound(
    slug === null
      ? 'No reporting cycle has been opened yet.'
      : `No reporting cycle has been opened for '${slug}'. Quarters are written as 2024-25-q1.`,
    others,
  )
}

function quarterOf(slug: string): Period {
  const parsed = parseQuarter(slug)
  if (parsed.ok) return parsed.value
  throw new Error(`The database holds the quarter '${slug}', which is none.`)
}
