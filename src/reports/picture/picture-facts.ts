import type { Db } from '../../db/database.ts'
import type { KnownBy } from '../../db/known-by.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { stateOf } from '../../domain/finance/revenue-remedial.ts'
import { type Organisation, organisationOn } from '../../domain/organisation/organisation-on.ts'
import { addDays, type Period } from '../../domain/period.ts'
import type { PictureSaving } from '../../domain/picture/parts.ts'
import { type CostDriver, costDrivers } from '../../finance/drivers/cost-drivers.ts'
import { remedialActions } from '../../finance/revenue/remedial.ts'
import { savingProgrammes } from '../../finance/revenue/savings.ts'
import { organisationFacts } from '../../organisation/organisation-facts.ts'
import { budgetLines } from '../../organisation/queries.ts'
import { type CouncilFacts, councilFacts } from '../home-facts.ts'
import { type Answering, answeringUnits } from '../unit-facts.ts'
import { type LinkedRisk, linkedRisks } from './linked-risks.ts'
import { type Scope, scopesOf } from './scopes.ts'

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
    risks: await linkedRisks(db, quarter, knownBy),
    savings: await savingsOf(db, council, knownBy),
    actionsOf: await actionsByService(db, council, knownBy),
    scopes: scopesOf({
      priorities: council.priorities,
      links: council.services,
      standings: [...organisation.standings.values()],
      budgetLines: await budgetLines(db),
    }),
  }
}

/** The remedial actions raised by the month's end that were not stopped, by the service they are for. */
async function actionsByService(
  db: Db,
  { revenue }: CouncilFacts,
  knownBy: KnownBy,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (!revenue) return counts
  for (const action of await remedialActions(db, revenue.financialYear, knownBy)) {
    if (action.service === null || action.month > revenue.month || stateOf(action) === 'stopped') continue
    counts.set(action.service, (counts.get(action.service) ?? 0) + 1)
  }
  return counts
}

/** The year's savings, as far as they were reported to the end of the position's month. */
async function savingsOf(db: Db, { revenue }: CouncilFacts, knownBy: KnownBy): Promise<PictureSaving[]> {
  if (!revenue) return []
  const programmes = await savingProgrammes(db, revenue.financialYear, { upTo: revenue.month, knownBy })
  return programmes.map(({ title, service, source, progress, standing: { planned, delivered } }) => ({
    title,
    service,
    planned,
    delivered,
    source: progress.at(-1)?.source ?? source,
    illustrative: false,
  }))
}
