/**
 * A query parameter as PostgreSQL's text, by node-postgres's rules, so that a call means the same on both drivers: an
 * array is always a PostgreSQL array (give a jsonb array as JSON.stringify), a plain object is JSON.
 */
export function encodeParameter(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${value.toHex()}`
  if (Array.isArray(value)) return `{${value.map(encodeElement).join(',')}}`
  if (isPlain(value)) return JSON.stringify(value)
  throw new TypeError(
    `A ${typeof value} cannot be a query parameter: give a string, number, boolean, array or object.`,
  )
}

function encodeElement(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(encodeElement).join(',')}}`
  const text = encodeParameter(value)
  if (text === null) return 'NULL'
  if (typeof value === 'number') return text
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
