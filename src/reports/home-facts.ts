import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Period, shiftPeriod } from '../domain/period.ts'
import { type CapitalView, capitalProgrammes, capitalView } from '../finance/capital/queries.ts'
import { type RevenueMonitor, revenueMonitor, revenueMonths } from '../finance/revenue/queries.ts'
import { type EvaluatedMeasure, evaluatedMeasures } from '../measures/evaluations.ts'
import { type Authority, authorityOf } from '../organisation/authority.ts'
import { type PlanItem, planItems, prioritiesOn, servicePriorities } from '../planning/queries.ts'

/** Everything the council's whole position is told from, gathered once: for the home page and for the overview report. */
export type CouncilFacts = {
  readonly authority: Authority
  readonly quarter: Period
  /** The day as at which it is told; null for now. */
  readonly knownBy: KnownBy
  readonly measures: readonly EvaluatedMeasure[]
  readonly items: ReadonlyMap<string, PlanItem>
  readonly priorities: readonly PlanItem[]
  readonly services: readonly {
    readonly service: string
    readonly priority: string
    readonly basis: string
  }[]
  /** The latest position of a month that had ended with the quarter; null where none is held. */
  readonly revenue: RevenueMonitor | null
  /** The latest programme put to a meeting in or just after the quarter; null where none is held. */
  readonly capital: CapitalView | null
}

export async function councilFacts(
  db: Db,
  actor: Actor,
  quarter: Period,
  knownBy: KnownBy = null,
): Promise<CouncilFacts> {
  const authority = await authorityOf(db, actor)
  const month = (await revenueMonths(db, knownBy)).find((each) => within(each.month, quarter))
  // A programme goes to the meeting that follows the quarter it reports on.
  const next = shiftPeriod(quarter, 1)
  const programme = (await capitalProgrammes(db)).find(
    (each) =>
      (within(each, quarter) || within(each, next)) && (knownBy === null || each <= knownBy.slice(0, 7)),
  )
  return {
    authority,
    quarter,
    knownBy,
    measures: await evaluatedMeasures(db, { area: authority.areaCode, cutOff: quarter.end, knownBy }),
    items: await planItems(db),
    priorities: await prioritiesOn(db, quarter.start),
    services: await servicePriorities(db),
    revenue: month ? await revenueMonitor(db, month, knownBy) : null,
    capital: programme ? await capitalView(db, programme, knownBy) : null,
  }
}

const within = (month: string, quarter: Period): boolean =>
  `${month}-01` >= quarter.start && `${month}-01` < quarter.end
