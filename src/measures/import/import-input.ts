import type { Db } from '../../db/database.ts'
import type { ImportProblem, ReadObservations, Understood } from '../../domain/import/incoming.ts'
import type { TableFound } from '../../domain/import/table-reader.ts'
import type { SourceMapping } from './sources.ts'

export type ImportResult = {
  readonly kind: 'observations'
  readonly file: string
  /** New figures stored. */
  readonly accepted: number
  readonly rejected: number
  readonly unchanged: number
  /** Figures held before with another value, now with a later revision. */
  readonly revised: number
  /** Of these, figures that a locked quarter had shown: each is in the restatement ledger. */
  readonly restated: number
  readonly problems: readonly ImportProblem[]
  /** What may be right and was not stored before somebody said so. */
  readonly warnings: readonly ImportProblem[]
  /** Figures that change, with both values. */
  readonly revisions: readonly Revision[]
  /** How cells were read that could be read otherwise. */
  readonly understood: readonly Understood[]
  /** What was recognised of the file's table. */
  readonly table: TableFound | null
  /** False when nothing was stored: a dry run, a refusal, or warnings that nobody accepted. */
  readonly stored: boolean
}

export type Revision = { readonly row: number; readonly was: string; readonly becomes: string }

/** Figures as they are read, in batches; read a second time when the row of an earlier one has to be told. */
export type FigureSource = {
  readonly batches: () => AsyncIterable<
    ReadObservations & { /** Of the file, from 0 to 1. */ readonly share?: number }
  >
  readonly understood?: () => readonly Understood[]
  readonly table?: () => TableFound | null
}

export type ImportInput = (ReadObservations | FigureSource) & {
  readonly file: string
  /** Why figures already held are changed. Needed only when some are. */
  readonly reason: string | null
  readonly dryRun: boolean
  /** Somebody has seen the warnings. Figures that the program itself brings are not asked about. */
  readonly acceptWarnings?: boolean
  /** The way this source writes its files, to be remembered by its name when the figures are stored. */
  readonly remember?: { readonly name: string; readonly mapping: SourceMapping } | null
  readonly progress?: (done: number, of: number) => void
  /** Figures of other series are refused: whoever sends them does not answer for them. */
  readonly onlySeries?: ReadonlySet<string>
  /** Looks at what would be stored, warnings and all; when it says no, nothing is. */
  readonly agreed?: (result: ImportResult) => boolean
  /** What is to be stored with the figures or not at all, in their own transaction. */
  readonly alongside?: (db: Db, result: ImportResult) => Promise<void>
}
