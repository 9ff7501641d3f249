/** A question in PostgreSQL's wire protocol: one simple query, or one statement with its parameters as text. */
export function writeQuery(sql: string, parameters: readonly (string | null)[]): Uint8Array<ArrayBuffer> {
  if (parameters.length === 0) return joined([message('Q', cString(sql))])
  return joined([
    message('P', cString(''), cString(sql), int16(0)),
    message(
      'B',
      cString(''),
      cString(''),
      int16(0),
      int16(parameters.length),
      ...parameters.map(value),
      int16(0),
    ),
    message('D', Buffer.from('P\0')),
    message('E', cString(''), int32(0)),
    message('S'),
  ])
}

function message(type: string, ...parts: Buffer[]): Buffer {
  const length = parts.reduce((total, part) => total + part.length, 4)
  return Buffer.concat([Buffer.from(type), int32(length), ...parts])
}

function value(text: string | null): Buffer {
  if (text === null) return int32(-1)
  const bytes = Buffer.from(text)
  return Buffer.concat([int32(bytes.length), bytes])
}

// A zero byte ends a string in the protocol: in the midst of SQL it would cut the statement short.
function cString(text: string): Buffer {
  if (text.includes('\0')) throw new TypeError('SQL cannot hold a zero character.')
  return Buffer.from(`${text}\0`)
}

function int16(number: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(number)
  return bytes
}

function int32(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(number)
  return bytes
}

// Into memory of its own, which can be handed to another thread without a copy.
function joined(messages: Buffer[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(messages.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const each of messages) {
    whole.set(each, at)
    at += each.length
  }
  return whole
}
