import { keyOf } from '../../domain/import/incoming.ts'
import type { KnownCodes } from '../../domain/import/known-codes.ts'
import type { FigureSource } from './import-input.ts'

/** Where in a file each of these figures stands first: the file is read again, as far as the last of them. */
export async function* eachOf(
  wanted: Set<string>,
  source: FigureSource,
  known: KnownCodes,
): AsyncGenerator<{ key: string; row: number; column: string; value: string | null }> {
  if (wanted.size === 0) return
  for await (const { observations } of source.batches())
    for (const { row, column, value, ...figure } of observations) {
      const key = keyOf({
        ...figure,
        series: known.series(figure.series)?.code ?? '',
        area: known.area(figure.area) ?? '',
      })
      if (!wanted.delete(key)) continue
      yield { key, row, column, value }
      if (wanted.size === 0) return
    }
}
