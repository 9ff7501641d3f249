import type { ReadObservations, Understood } from '../../domain/import/incoming.ts'
import {
  type TableFound,
  type TableReader,
  type TableSettings,
  tableReader,
} from '../../domain/import/table-reader.ts'
import type { FigureSource } from './import-input.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import { rowsOf } from './rows-of.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** The figures of a file, read anew each time they are asked for. */
export function figuresOf(
  path: string,
  settings: Omit<TableSettings, 'commaIsAmbiguous'>,
  limits: ReadLimits = readLimits,
): FigureSource {
  let reader: TableReader | null = null
  let says: readonly string[] = []
  async function* batches(): AsyncGenerator<ReadObservations & { share?: number }> {
    let current: TableReader | null = null
    try {
      for await (const batch of rowsOf(path, limits)) {
        current ??= tableReader({ ...settings, commaIsAmbiguous: batch.semicolons })
        reader = current
        says = batch.says
        yield { ...current.take(batch.rows), share: batch.share }
      }
      if (current) yield { ...current.end(), share: 1 }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      yield { observations: [], problems: [{ row: 1, column: '', value: '', message: error.message }] }
    }
  }
  return {
    batches,
    table: (): TableFound | null => reader?.found() ?? null,
    understood: (): readonly Understood[] => [
      ...says.map((message) => ({ row: 1, column: '', value: '', message, count: 1 })),
      ...(reader?.understood() ?? []),
    ],
  }
}
