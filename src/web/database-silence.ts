/**
 * Error codes that mean the database cannot be reached or has no room, as opposed to having refused a statement.
 * PostgreSQL, appendix A: class 08 connection exception, 53300 too many connections, 57P01 to 57P03 shutting down
 * or starting up; the rest are Node's own.
 */
const silent = /^(08\w{3}|53300|57P0[1-3]|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENOTFOUND|EPIPE|ETIMEDOUT)$/

/** node-postgres and PGlite report these without a code. */
const silentWords =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|is closed/i

export function databaseDoesNotAnswer(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(databaseDoesNotAnswer)
  if ('code' in error && typeof error.code === 'string') return silent.test(error.code)
  return silentWords.test(error.message) || databaseDoesNotAnswer(error.cause)
}
