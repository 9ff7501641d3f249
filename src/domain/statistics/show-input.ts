/** What was given, short enough to repeat in a message. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`
  return typeof value === 'object' && value !== null ? 'a list or object' : String(value)
}
