import type { EngineResult } from '../engine.ts'
import type { QueryErrorFields } from '../query-error.ts'

/** What the main thread asks of the database's thread. */
export type Request =
  | { id: number; ask: 'query'; sql: string; parameters: readonly unknown[] }
  | { id: number; ask: 'exec'; sql: string }
  | { id: number; ask: 'close' }

/** What it hears back. `failed` is the end of the thread: nothing more will be acknowledged. */
export type Reply =
  | { ready: true }
  | { failed: string }
  | { id: number; result: EngineResult }
  | { id: number; error: QueryErrorFields }
