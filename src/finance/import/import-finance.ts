import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Db } from '../../db/database.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { CapitalSettings } from '../../domain/finance/import/read-capital.ts'
import type { RevenueSettings } from '../../domain/finance/import/revenue-settings.ts'
import { UnreadableFile } from '../../measures/import/unreadable-file.ts'
import { keepCapitalProgramme } from '../capital/record-programme.ts'
import { keepRevenuePosition } from '../revenue/record-position.ts'
import type { Brought } from './brought.ts'
import { type FinanceImportResult, type FinanceKind, nothingFound } from './finance-result.ts'
import { type FinanceImportKept, recordFinanceImport } from './keep-import.ts'
import { tryCapital } from './try-capital.ts'
import { tryRevenue } from './try-revenue.ts'

/** What is said of a finance file: how it is to be read, by the kind of thing it holds. */
export type FinanceSettings =
  | ({ readonly kind: 'revenue' } & RevenueSettings)
  | ({ readonly kind: 'capital' } & CapitalSettings)

export type FinanceFile = Brought & { readonly settings: FinanceSettings }

export type Storing = {
  readonly dryRun: boolean
  /** Somebody has seen what is asked about, and says why it is right. */
  readonly acceptWarnings: boolean
  readonly reason: string | null
  /** Looks at what would be stored; when it says no, nothing is. */
  readonly agreed?: (result: FinanceImportResult) => boolean
  readonly waiting?: FinanceImportKept['waiting']
}

type Tried = {
  readonly result: FinanceImportResult
  readonly costCentres: ReadonlyMap<string, string>
  /** Part of a command: keeps what was read. Null while something is wrong with it. */
  readonly keep: ((db: Db, reason: string | null) => Promise<Kept>) | null
}

/**
 * Imports a revenue position or a capital programme from a file: all of it, or none. What cannot be read at all comes back as a
 * problem of the whole file.
 */
export async function importFinance(
  db: Db,
  actor: Actor,
  brought: FinanceFile,
  storing: Storing,
): Promise<FinanceImportResult> {
  const { kind } = brought.settings
  const tried = await tryFile(db, actor, brought).catch((error: unknown) =>
    unreadable(error, kind, brought.file),
  )
  const { result, keep, costCentres } = tried
  if (keep === null || !mayStore(result, storing)) return result
  const reason = result.warnings.length > 0 ? storing.reason : null
  const sha256 = createHash('sha256')
    .update(await readFile(brought.path))
    .digest('hex')
  await recordFinanceImport(db, actor, {
    result,
    sha256,
    costCentres,
    reason,
    keep: (db) => keep(db, reason),
    waiting: storing.waiting ?? null,
  })
  return { ...result, stored: true }
}

async function tryFile(db: Db, actor: Actor, { settings, ...brought }: FinanceFile): Promise<Tried> {
  if (settings.kind === 'capital') {
    const { result, input } = await tryCapital(db, actor, brought, settings)
    return { result, costCentres: new Map(), keep: input && ((db) => keepCapitalProgramme(db, actor, input)) }
  }
  const { result, input, costCentres } = await tryRevenue(db, actor, brought, settings)
  const keep = input && ((db: Db, reason: string | null) => keepRevenuePosition(db, actor, input(reason)))
  return { result, costCentres, keep }
}

const mayStore = (
  result: FinanceImportResult,
  { dryRun, acceptWarnings, reason, agreed }: Storing,
): boolean =>
  !dryRun &&
  result.problems.length === 0 &&
  (result.warnings.length === 0 || (acceptWarnings && reason !== null)) &&
  (agreed?.(result) ?? true)

/** A file that is no table, told as a problem of its first row. */
function unreadable(error: unknown, kind: FinanceKind, file: string): Tried {
  if (!(error instanceof UnreadableFile)) throw error
  const problem = { sheet: '', row: 1, column: '', value: '', message: error.message }
  const nothing = { warnings: [], totals: [], lines: [], costCentresAsked: [], understood: [] }
  const counts = { accepted: 0, unchanged: 0, rejected: 1 }
  const found = { kind, file, subject: null, found: nothingFound, stored: false }
  return {
    result: { ...found, ...counts, ...nothing, problems: [problem] },
    costCentres: new Map(),
    keep: null,
  }
}
