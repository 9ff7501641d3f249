import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { dayKnown, type KnownBy } from '../db/known-by.ts'
import { todayIn } from '../db/today.ts'
import { scoreOf } from '../domain/risk/score.ts'
import { riskAppetites } from './appetites.ts'
import { linkTargets } from './link-targets.ts'
import type { RiskStanding } from './risk.ts'
import { riskRows } from './rows.ts'
import { standingOn } from './standing-on.ts'

/**
 * Each open risk the reader may see, the highest score first and those not scored last: its current and previous score,
 * how it stands to appetite, its open actions, and what it is linked to. `on` is the day it is told of: today unless said.
 */
export async function riskStandings(
  db: Db,
  knownBy: KnownBy = null,
  on: string | null = null,
): Promise<RiskStanding[]> {
  return (await everyRisk(db, knownBy, on)).filter(({ status }) => status === 'open')
}

/** Every risk, closed ones too. */
export async function everyRisk(
  db: Db,
  knownBy: KnownBy = null,
  on: string | null = null,
): Promise<RiskStanding[]> {
  const day = on ?? (knownBy === null ? await todayIn(db) : dayKnown(knownBy))
  const rows = await riskRows(db, knownBy)
  const [appetites, targets] = [await riskAppetites(db, knownBy), await linkTargets(db)]
  return rows.risks
    .map((risk) => standingOn(day, risk, { rows, appetites, targets }))
    .toSorted((a, b) => height(b) - height(a) || (a.code < b.code ? -1 : 1))
}

const height = ({ current }: RiskStanding): number => (current === null ? 0 : scoreOf(current))

/** One risk. One that is exempt is not found by whoever may not see it. */
export async function riskFor(
  db: Db,
  code: string,
  knownBy: KnownBy = null,
  on: string | null = null,
): Promise<RiskStanding> {
  const found = (await everyRisk(db, knownBy, on)).find((each) => each.code === code)
  if (found) return found
  throw new NotFound(`There is no risk '${code}' here.`, [{ text: 'The risk register', href: '/risks' }])
}
