import { serialize } from 'pg-protocol'

/** A question in PostgreSQL's wire protocol: one simple query, or one statement with its parameters as text. */
export function writeQuery(sql: string, parameters: readonly (string | null)[]): Uint8Array<ArrayBuffer> {
  // A zero byte ends a string in the protocol: in the midst of SQL it would cut the statement short.
  if (sql.includes('\0')) throw new TypeError('SQL cannot hold a zero character.')
  if (parameters.length === 0) return joined([serialize.query(sql)])
  return joined([
    serialize.parse({ text: sql }),
    serialize.bind({ values: [...parameters] }),
    serialize.describe({ type: 'P' }),
    serialize.execute(),
    serialize.sync(),
  ])
}

// Into memory of its own, which can be handed to another thread without a copy.
function joined(messages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(messages.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const each of messages) {
    whole.set(each, at)
    at += each.length
  }
  return whole
}
