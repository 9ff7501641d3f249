import { sql } from 'kysely'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { periodText } from '../domain/period-text.ts'
import { type Cycle, cycleFor } from './cycles.ts'

const space = 7_145_221 // of advisory locks: any number that nothing else uses

/**
 * The cycle, held until the transaction ends: many may answer and decide at once, and nobody while it is being locked.
 * Throws Conflict when it is locked.
 */
export async function heldCycle(db: Db, slug: string, how: 'shared' | 'alone'): Promise<Cycle> {
  const key = sql`${space}::int, hashtext(current_setting('app.authority') || ${slug}::text)`
  if (how === 'alone') await sql`select pg_advisory_xact_lock(${key})`.execute(db)
  else await sql`select pg_advisory_xact_lock_shared(${key})`.execute(db)
  const cycle = await cycleFor(db, slug)
  if (cycle.lock)
    throw new Conflict(
      `${periodText(cycle.quarter)} was locked by ${cycle.lock.by}. What it shows is published: a change to it is a correction, made on the measure’s own page with a reason.`,
    )
  return cycle
}
