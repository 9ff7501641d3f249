import path from 'node:path'
import type { Db } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { importObservations } from '../import.ts'
import { atMost } from './at-most.ts'
import { figuresOf } from './figures-of.ts'
import type { ImportInput, ImportResult } from './import-input.ts'
import { registeredCodes } from './register.ts'
import { emptyMapping, rememberedSource, type SourceMapping } from './sources.ts'

export type FileImport = Pick<ImportInput, 'agreed' | 'alongside'> & {
  readonly path: string
  /** The name people know the file by, where that is not the name it lies under. */
  readonly file?: string
  readonly reason: string | null
  readonly dryRun: boolean
  readonly acceptWarnings: boolean
  /** The name of a source whose way of writing files is to be used, and remembered. */
  readonly source: string | null
  /** What is said about this file; the rest is as remembered. */
  readonly mapping: Partial<SourceMapping>
  readonly progress?: (done: number, of: number) => void
  /** More figures than this are refused, with these words. */
  readonly most?: { readonly figures: number; readonly says: string }
}

/** Imports a CSV, XLSX or ODS file of figures. What cannot be read at all comes back as a problem of the whole file. */
export async function importFile(db: Db, actor: Actor, input: FileImport): Promise<ImportResult> {
  const { source, progress, most, agreed, alongside } = input
  const { remembered, known } = await inAuthority(db, actor.authorityId, async (db) => ({
    remembered: source === null ? null : await rememberedSource(db, source),
    known: await registeredCodes(db),
  }))
  const mapping = merged(remembered ?? emptyMapping, input.mapping)
  const seriesNamed = (text: string) => known.series(text)?.code ?? null
  const figures = figuresOf(input.path, { ...mapping, seriesNamed })
  return importObservations(db, actor, {
    ...(most ? atMost(figures, most.figures, most.says) : figures),
    file: input.file ?? path.basename(input.path),
    reason: input.reason,
    dryRun: input.dryRun,
    acceptWarnings: input.acceptWarnings,
    remember: source === null ? null : { name: source, mapping },
    ...(progress ? { progress } : {}),
    ...(agreed ? { agreed } : {}),
    ...(alongside ? { alongside } : {}),
  })
}

const merged = (held: SourceMapping, said: Partial<SourceMapping>): SourceMapping => ({
  sheet: said.sheet ?? held.sheet,
  columns: { ...held.columns, ...said.columns },
  fixed: { ...held.fixed, ...said.fixed },
})
