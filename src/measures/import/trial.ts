import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { ImportProblem } from '../../domain/import/incoming.ts'
import { type FileImport, importFile } from './import-file.ts'
import type { ImportResult } from './import-input.ts'
import type { SourceMapping } from './sources.ts'
import { type SheetTop, tableTop } from './table-top.ts'

/** How a file that waits is to be read, and which of the warnings somebody has looked at. */
export type ImportSettings = {
  readonly source: string | null
  readonly mapping: Partial<SourceMapping>
  readonly accepted: readonly string[]
}

/** What storing a file would do, and what its sheets look like. */
export type ImportTrial = { readonly result: ImportResult; readonly tops: readonly SheetTop[] }

/** More figures than this go by the command line, which tells how far it is. */
export const mostFiguresHere = 50_000

const most = {
  figures: mostFiguresHere,
  says: `The file has more than ${mostFiguresHere.toLocaleString('en-GB')} figures, the most that are taken here. Send it in parts, or import it on the server: goldenthread import observations FILE.`,
}

type Brought = { readonly path: string; readonly file: string }

/** Tries a file and keeps nothing. Throws UnreadableFile for what is no table at all. */
export async function tryImport(
  db: Db,
  actor: Actor,
  brought: Brought,
  settings: ImportSettings,
): Promise<ImportTrial> {
  const tops = await tableTop(brought.path)
  const result = await importFile(db, actor, { ...inputOf(brought, settings), reason: null, dryRun: true })
  return { result, tops }
}

/** Stores a file that was tried, if it still does what it did then. */
export const storeTried = (
  db: Db,
  actor: Actor,
  brought: Brought & { readonly reason: string | null },
  { settings, trial }: { readonly settings: ImportSettings; readonly trial: ImportTrial },
  alongside: NonNullable<FileImport['alongside']>,
): Promise<ImportResult> =>
  importFile(db, actor, {
    ...inputOf(brought, settings),
    reason: brought.reason,
    dryRun: false,
    acceptWarnings: true,
    agreed: (now) => doesTheSame(trial.result, now, new Set(settings.accepted)),
    alongside,
  })

const inputOf = (brought: Brought, { source, mapping }: ImportSettings) => ({
  path: brought.path,
  file: brought.file,
  acceptWarnings: false,
  source,
  mapping,
  most,
})

/** What tells one warning from another: accepted is what was read, not where it stood in a list. */
export const warningKey = ({ row, column, message }: ImportProblem): string => `${row} ${column} ${message}`

function doesTheSame(before: ImportResult, now: ImportResult, accepted: ReadonlySet<string>): boolean {
  const counts = ({ accepted, revised, restated, unchanged, revisions }: ImportResult) =>
    JSON.stringify([accepted, revised, restated, unchanged, revisions])
  return counts(before) === counts(now) && now.warnings.every((each) => accepted.has(warningKey(each)))
}
