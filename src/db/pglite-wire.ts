import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import type { Wire } from './wire/wire-engine.ts'

/** Starts PGlite in this thread, and gives a wire to it. */
export async function startPglite(options: PGliteOptions): Promise<Wire & { pglite: PGlite }> {
  const pglite = await PGlite.create(options)
  return {
    pglite,
    async send(question) {
      const chunks: Uint8Array[] = []
      // Each chunk is a window on PGlite's own memory, which the next one may move: copied at once.
      const onRawData = (chunk: Uint8Array) => void chunks.push(chunk.slice())
      await pglite.execProtocolRawStream(question, { syncToFs: false, onRawData })
      return chunks.length === 1 && chunks[0] ? chunks[0] : new Uint8Array(Buffer.concat(chunks))
    },
    close: () => pglite.close(),
  }
}
