import { accountsOf } from '../access/accounts.ts'
import type { Db } from '../db/database.ts'
import type { Holder } from '../domain/cycle/who-acts.ts'
import type { Organisation } from '../domain/organisation/organisation-on.ts'
import { addDays } from '../domain/period.ts'
import { unitsOn } from '../organisation/organisation-facts.ts'
import { type Cycle, cycleFor } from './cycles.ts'
import { type CycleRequest, cycleRequests } from './requests.ts'

export type BoardFacts = {
  readonly cycle: Cycle
  readonly requests: readonly CycleRequest[]
  /** The council on the last day of the quarter. */
  readonly organisation: Organisation
  /** The posts that hold roles, to be asked for what is missing. */
  readonly holders: readonly Holder[]
}

/** Everything that the pages of one cycle tell; of the latest when no quarter is named. */
export async function boardFacts(db: Db, slug: string | null): Promise<BoardFacts> {
  const cycle = await cycleFor(db, slug)
  const accounts = await accountsOf(db)
  return {
    cycle,
    requests: await cycleRequests(db, cycle),
    organisation: await unitsOn(db, addDays(cycle.quarter.end, -1)),
    holders: accounts
      .filter(({ status }) => status === 'active')
      .map(({ label, grants }) => ({ post: label, grants })),
  }
}
