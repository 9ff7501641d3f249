import type { Db } from '../../db/database.ts'
import type { KnownBy } from '../../db/known-by.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type Organisation, organisationOn } from '../../domain/organisation/organisation-on.ts'
import { addDays, type Period } from '../../domain/period.ts'
import type { PictureRisk, PictureSaving } from '../../domain/picture/parts.ts'
import { type CostDriver, costDrivers } from '../../finance/drivers/cost-drivers.ts'
import { organisationFacts } from '../../organisation/organisation-facts.ts'
import { budgetLines } from '../../organisation/queries.ts'
import { type CouncilFacts, councilFacts } from '../home-facts.ts'
import { type Answering, answeringUnits } from '../unit-facts.ts'
import { type Scope, scopesOf } from './scopes.ts'

/** A risk with what it is linked to. */
export type LinkedRisk = PictureRisk & {
  readonly services: readonly string[]
  readonly items: readonly string[]
}

/** Performance, money and risk of the whole council, from which every single picture is taken. */
export type CouncilPicture = {
  readonly council: CouncilFacts
  readonly organisation: Organisation
  readonly answering: readonly Answering[]
  readonly drivers: readonly CostDriver[]
  readonly risks: readonly LinkedRisk[]
  readonly savings: readonly PictureSaving[]
  /** How many remedial actions are recorded against a service. */
  readonly actionsOf: ReadonlyMap<string, number>
  readonly scopes: readonly Scope[]
}

export async function councilPicture(
  db: Db,
  actor: Actor,
  quarter: Period,
  knownBy: KnownBy = null,
): Promise<CouncilPicture> {
  const council = await councilFacts(db, actor, quarter, knownBy)
  const organisation = organisationOn(addDays(quarter.end, -1), await organisationFacts(db))
  return {
    council,
    organisation,
    answering: await answeringUnits(db, organisation),
    drivers: await costDrivers(db, knownBy),
    risks: [],
    savings: [],
    actionsOf: new Map(),
    scopes: scopesOf({
      priorities: council.priorities,
      links: council.services,
      standings: [...organisation.standings.values()],
      budgetLines: await budgetLines(db),
    }),
  }
}
