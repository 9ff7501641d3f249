import type { FigureSource } from './import-input.ts'

/** The same figures, with a problem and an end where they are more than may be brought here. */
export const atMost = (source: FigureSource, most: number, says: string): FigureSource => ({
  ...source,
  batches: async function* () {
    let count = 0
    for await (const batch of source.batches()) {
      count += batch.observations.length
      if (count <= most) {
        yield batch
        continue
      }
      const row = batch.observations.at(-1)?.row ?? 1
      yield { observations: [], problems: [{ row, column: '', value: '', message: says }] }
      return
    }
  },
})
