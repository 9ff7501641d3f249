/** What one statement gave back. `command` is PostgreSQL's own word for it: SELECT, INSERT, COMMIT … */
export interface EngineResult {
  rows: Record<string, unknown>[]
  affectedRows: number
  command: string
}

/**
 * One PostgreSQL session. Parameters are PostgreSQL's text (see encodeParameter). Without any, the SQL may hold several
 * statements and the last one's result is given; with them it is a single statement: as node-postgres does.
 */
export interface Engine {
  query(sql: string, parameters: readonly (string | null)[]): Promise<EngineResult>
  exec(sql: string): Promise<void>
  close(): Promise<void>
}
