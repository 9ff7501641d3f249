import type { Db } from '../../db/database.ts'
import type { KnownBy } from '../../db/known-by.ts'
import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { capitalChanges, type HeldChange } from './changes.ts'
import { type HeldEstimate, supplementaryEstimates } from './estimates.ts'
import { everyReconciliation } from './every-reconciliation.ts'
import { type CapitalFunding, capitalFunding } from './funding.ts'
import { capitalGrants, type HeldGrant } from './grants.ts'
import { type CapitalMonitor, capitalMonitor, monitoredMonths } from './monitor.ts'
import { type CapitalView, capitalView } from './queries.ts'
import { type LikelyScheme, likelyOutturns } from './scheme-facts.ts'

/** Everything that the capital monitoring report of a month tells. */
export type CapitalMonthFacts = {
  readonly view: CapitalView
  readonly monitor: CapitalMonitor
  readonly funding: CapitalFunding
  readonly changes: readonly HeldChange[]
  readonly estimates: readonly HeldEstimate[]
  readonly grants: readonly HeldGrant[]
  readonly likely: readonly LikelyScheme[]
  readonly reconciliations: readonly Reconciliation[]
}

/** The facts of a month, of the latest programme that reports on it; null where none is held, or was by then. */
export async function capitalMonthFacts(
  db: Db,
  month: string,
  knownBy: KnownBy = null,
): Promise<CapitalMonthFacts | null> {
  const held = (await monitoredMonths(db)).find(
    (each) => each.month === month && (knownBy === null || each.programme <= knownBy.slice(0, 7)),
  )
  const monitor = held === undefined ? null : await capitalMonitor(db, held.programme, month)
  if (monitor === null) return null
  const view = await capitalView(db, monitor.programme, knownBy)
  const likely = await likelyOutturns(db, view, monitor, knownBy)
  return {
    view,
    monitor,
    funding: await capitalFunding(db, monitor.programme, view.asOfMeeting.total),
    changes: await capitalChanges(db, monitor.programme, knownBy),
    estimates: await supplementaryEstimates(db, knownBy),
    grants: await capitalGrants(db, knownBy),
    likely: likely.filter(({ budget }) => budget > 0n),
    reconciliations: await everyReconciliation(db, view),
  }
}
