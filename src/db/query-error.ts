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

export function databaseErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
