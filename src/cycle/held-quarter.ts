import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import { periodText } from '../domain/period-text.ts'
import { type Cycle, cycleFor } from './cycles.ts'

/**
 * The cycle, held until the transaction ends: many may answer and decide at once, and nobody while it is being locked.
 * Throws Conflict when it is locked.
 */
export async function heldCycle(db: Db, slug: string, how: 'shared' | 'alone'): Promise<Cycle> {
  await hold(db, `cycle ${slug}`, how)
  const cycle = await cycleFor(db, slug)
  if (cycle.lock)
    throw new Conflict(
      `${periodText(cycle.quarter)} was locked by ${cycle.lock.by}. What it shows is published: a change to it is a correction, made on the measure’s own page with a reason.`,
    )
  return cycle
}
