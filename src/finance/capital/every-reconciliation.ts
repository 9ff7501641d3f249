import type { Db } from '../../db/database.ts'
import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { capitalFunding } from './funding.ts'
import { capitalMonitor } from './monitor.ts'
import type { CapitalView } from './queries.ts'

/** Every total of capital that the papers print, held against its lines. */
export async function everyReconciliation(db: Db, view: CapitalView): Promise<Reconciliation[]> {
  const funding = await capitalFunding(db, view.programme, view.asOfMeeting.total)
  const monitor = await capitalMonitor(db, view.programme)
  return [...view.totals, ...view.byService, ...funding.reconciliations, ...(monitor?.reconciliations ?? [])]
}
