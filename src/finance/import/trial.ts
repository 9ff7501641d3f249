import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { canonicalJson } from '../../domain/audit/canonical-json.ts'
import { noRevenueSettings } from '../../domain/finance/import/revenue-settings.ts'
import { type SheetTop, tableTop } from '../../measures/import/table-top.ts'
import type { FinanceImportResult, FinanceKind } from './finance-result.ts'
import { type FinanceFile, type FinanceSettings, importFinance, type Storing } from './import-finance.ts'

/** What storing a finance file would do, and what its sheets look like. */
export type FinanceTrial = { readonly result: FinanceImportResult; readonly tops: readonly SheetTop[] }

export const unsaid = (kind: FinanceKind): FinanceSettings =>
  kind === 'revenue'
    ? { kind, ...noRevenueSettings }
    : { kind, sheet: null, unit: null, month: null, financialYear: null }

/** Tries a file and keeps nothing. Throws UnreadableFile for what is no table at all. */
export async function tryFinance(db: Db, actor: Actor, brought: FinanceFile): Promise<FinanceTrial> {
  const tops = await tableTop(brought.path)
  const nothing = { dryRun: true, acceptWarnings: false, reason: null }
  return { result: await importFinance(db, actor, brought, nothing), tops }
}

/** Stores a file that was tried, if it still does what it did then. */
export const storeFinance = (
  db: Db,
  actor: Actor,
  brought: FinanceFile,
  { trial, reason, waiting }: { trial: FinanceTrial } & Pick<Storing, 'reason' | 'waiting'>,
): Promise<FinanceImportResult> =>
  importFinance(db, actor, brought, {
    dryRun: false,
    acceptWarnings: true,
    reason,
    agreed: (now) => seen(now) === seen(trial.result),
    ...(waiting === undefined ? {} : { waiting }),
  })

/** What somebody looked at when they said yes; the database gives members back in an order of its own. */
const seen = ({ accepted, unchanged, lines, warnings, totals }: FinanceImportResult): string =>
  canonicalJson([accepted, unchanged, lines, warnings, totals])
