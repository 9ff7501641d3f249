import type { Db } from '../db/database.ts'
import { dayKnown, type KnownBy } from '../db/known-by.ts'
import { todayIn } from '../db/today.ts'
import { addDays, type Period, shiftPeriod } from '../domain/period.ts'
import { type Movement, movementSince } from '../domain/risk/movement.ts'
import { type RecordedAppetite, riskAppetites } from '../risk/appetites.ts'
import type { RiskStanding } from '../risk/risk.ts'
import { riskStandings } from '../risk/standings.ts'

export type QuarterRisk = RiskStanding & { readonly moved: Movement }

/** The risks that are read with a quarter's report. */
export type QuarterRisks = {
  readonly quarter: Period
  /** The day as at which they are told. */
  readonly day: string
  /** The day before the quarter, since which they moved. */
  readonly since: string
  readonly risks: readonly QuarterRisk[]
  readonly appetites: readonly RecordedAppetite[]
}

/** A quarter's report is read in the quarter after it: its last day, or the day on which it is asked for if that is sooner. */
export function dayRead(quarter: Period, asked: string): string {
  const last = addDays(shiftPeriod(quarter, 1).end, -1)
  return last < asked ? last : asked
}

/** The day as at which the risks of a quarter are told. */
export const dayTold = async (db: Db, quarter: Period, knownBy: KnownBy): Promise<string> =>
  dayRead(quarter, knownBy === null ? await todayIn(db) : dayKnown(knownBy))

/** The open risks as they stood when the quarter's report was read, and how they moved since the quarter began. */
export async function quarterRisks(db: Db, quarter: Period, knownBy: KnownBy = null): Promise<QuarterRisks> {
  const day = await dayTold(db, quarter, knownBy)
  const since = addDays(quarter.start, -1)
  const risks = await riskStandings(db, knownBy, day)
  return {
    quarter,
    day,
    since,
    risks: risks.map((risk) => ({
      ...risk,
      moved: movementSince(
        risk.scores.filter(({ kind }) => kind === 'current'),
        since,
      ),
    })),
    appetites: (await riskAppetites(db, knownBy)).filter(({ from }) => from <= day),
  }
}
