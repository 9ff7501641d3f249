/** What one statement gave back. `command` is PostgreSQL's own word for it: SELECT, INSERT, COMMIT … */
export interface EngineResult {
  rows: Record<string, unknown>[]
  affectedRows: number
  command: string
}

/**
 * One PostgreSQL session. Without parameters the SQL may hold several statements and the last one's result is
 * given, as node-postgres does; with parameters it is a single statement.
 */
export interface Engine {
  query(sql: string, parameters: readonly unknown[]): Promise<EngineResult>
  exec(sql: string): Promise<void>
  close(): Promise<void>
}
