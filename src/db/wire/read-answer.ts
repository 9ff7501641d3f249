import { DatabaseError } from 'pg-protocol'
import { Parser as ProtocolParser } from 'pg-protocol/dist/parser.js'
import type { EngineResult } from '../engine.ts'
import type { Parser } from '../parse-array.ts'
import { parsers } from '../parsers.ts'
import { QueryError, type QueryErrorFields } from '../query-error.ts'

/** The messages that matter here, as pg-protocol names them. */
type Message =
  | { readonly name: 'rowDescription'; readonly fields: readonly { name: string; dataTypeID: number }[] }
  | { readonly name: 'dataRow'; readonly fields: readonly (string | null)[] }
  | { readonly name: 'commandComplete'; readonly text: string }
  | DatabaseError
  | { readonly name: 'readyForQuery' }

const asText: Parser = (text) => text

/**
 * The last statement's result, from what PostgreSQL answered in its wire protocol; throws what it refused. Read by
 * node-postgres's own reader and not by PGlite's `query`, which takes longer and throws 18 kB of source.
 */
export function readAnswer(bytes: Uint8Array): EngineResult {
  let result: EngineResult = { rows: [], affectedRows: 0, command: '' }
  let rows: EngineResult['rows'] = []
  let columns: { name: string; parse: Parser }[] = []
  let refused: DatabaseError | undefined
  new ProtocolParser().parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    (read: unknown) => {
      const message = read as Message
      if (message instanceof DatabaseError) refused ??= message
      else if (message.name === 'rowDescription')
        columns = message.fields.map(({ name, dataTypeID }) => ({
          name,
          parse: parsers.get(dataTypeID) ?? asText,
        }))
      else if (message.name === 'dataRow') rows.push(rowOf(message.fields, columns))
      else if (message.name === 'commandComplete') {
        result = { rows, ...commandOf(message.text) }
        rows = []
        columns = []
      }
    },
  )
  if (refused) throw new QueryError(fieldsOf(refused))
  return result
}

function rowOf(
  fields: readonly (string | null)[],
  columns: readonly { name: string; parse: Parser }[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]
    const text = fields[index] ?? null
    if (column) row[column.name] = text === null ? null : column.parse(text)
  }
  return row
}

// 'INSERT 0 5', 'SELECT 2', 'CREATE TABLE'
function commandOf(tag: string): { command: string; affectedRows: number } {
  const words = tag.split(' ')
  return { command: words[0] ?? '', affectedRows: Number(words.at(-1)) || 0 }
}

function fieldsOf({
  message,
  code,
  constraint,
  detail,
  hint,
  position,
  schema,
  table,
  column,
}: DatabaseError): QueryErrorFields {
  return { message, code, constraint, detail, hint, position, schema, table, column }
}
