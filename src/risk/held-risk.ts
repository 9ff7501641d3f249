import { Conflict, Forbidden } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import { can } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Unit } from '../domain/access/unit.ts'
import { unitChain } from '../organisation/organisation-facts.ts'
import type { RiskStanding } from './risk.ts'
import { riskFor } from './standings.ts'

export type OfRisk = {
  readonly code: string
  /** How many rows it had when this was decided upon. */
  readonly seen: number
  readonly today: string
}

/** The risk that the actor keeps and records something of, one at a time, as it was when that was decided upon, and open. */
export async function heldRisk(db: Db, actor: Actor, of: OfRisk): Promise<RiskStanding> {
  const risk = await heldWhateverItsStatus(db, actor, 'risk.keep', of)
  if (risk.status === 'closed')
    throw new Conflict('This risk is closed. Open it again before anything else is recorded of it.')
  return risk
}

export async function heldWhateverItsStatus(
  db: Db,
  actor: Actor,
  action: 'risk.keep' | 'risk.decide',
  { code, seen, today }: OfRisk,
): Promise<RiskStanding> {
  await hold(db, `risk ${code}`)
  const risk = await riskFor(db, code, null, today)
  const decision = can(actor, action, { units: await unitsOverRisk(db, risk.unit, today) })
  if (!decision.allowed) throw new Forbidden(decision.reason)
  if (risk.seen !== seen)
    throw new Conflict(
      'Somebody recorded something of this risk meanwhile. Read that first, then say yours again.',
    )
  return risk
}

/** The unit a risk belongs to and those above it. One that belongs to none is for whoever answers for the council. */
export const unitsOverRisk = async (db: Db, unit: Unit | null, today: string): Promise<Unit[]> =>
  unit === null ? [] : unitChain(db, unit, today)
