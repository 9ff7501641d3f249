import type { Engine, EngineResult } from '../engine.ts'
import { readAnswer } from './read-answer.ts'
import { writeQuery } from './write-message.ts'

export interface Wire {
  /** Sends a question in PostgreSQL's wire protocol, and gives the whole answer. */
  send(question: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
  close(): Promise<void>
}

export function wireEngine(wire: Wire): Engine {
  async function query(sql: string, parameters: readonly (string | null)[]): Promise<EngineResult> {
    return readAnswer(await wire.send(writeQuery(sql, parameters)))
  }

  return {
    query,
    async exec(sql) {
      try {
        await query(sql, [])
      } catch (error) {
        // Leaves no half-done transaction behind for the next caller of the only session there is.
        await query('rollback', [])
        throw error
      }
    },
    close: wire.close,
  }
}
