export interface QueryErrorFields {
  message: string
  code?: string | undefined
  constraint?: string | undefined
  detail?: string | undefined
  hint?: string | undefined
  position?: string | undefined
  schema?: string | undefined
  table?: string | undefined
  column?: string | undefined
}

const kept = ['code', 'constraint', 'detail', 'hint', 'position', 'schema', 'table', 'column'] as const

/** PostgreSQL refused a statement. Carries the same fields as node-postgres's error, so callers need not ask which. */
export class QueryError extends Error {
  override name = 'QueryError'
  declare readonly code: string | undefined
  declare readonly constraint: string | undefined
  declare readonly detail: string | undefined

  constructor({ message, ...fields }: QueryErrorFields) {
    super(message)
    Object.assign(this, fields)
  }
}

/**
 * The plain fields of an error from PGlite, which can cross a thread. Its stack is left behind on purpose: printed, it
 * quotes an 18 kB line of minified source.
 */
export function queryErrorFields(error: unknown): QueryErrorFields {
  if (!(error instanceof Error)) return { message: String(error) }
  const given: Partial<Record<string, unknown>> = { ...error }
  const fields: QueryErrorFields = { message: error.message }
  for (const name of kept) {
    const value = given[name]
    if (typeof value === 'string') fields[name] = value
  }
  return fields
}

export function databaseErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
