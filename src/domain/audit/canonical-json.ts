/**
 * JSON with one way to write each value (RFC 8785, JSON Canonicalization Scheme): no spaces, members sorted by the
 * UTF-16 code units of their names, numbers and strings as ECMAScript writes them. Anybody can make the same bytes again.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written in JSON.`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} cannot be written in JSON.`)
  const members = Object.entries(value).sort(byName)
  return `{${members.map(([name, member]) => `${text(name)}:${canonicalJson(member)}`).join(',')}}`
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)

// Half of a surrogate pair is no character: it has no UTF-8, so two programs would hash it differently.
function text(words: string): string {
  if (!words.isWellFormed())
    throw new TypeError('A text holds half a character and cannot be written in JSON.')
  return JSON.stringify(words)
}
