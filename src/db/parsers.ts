import { type Parser, parseArray } from './parse-array.ts'

const asText: Parser = (text) => text

/**
 * How each PostgreSQL type reads in code, on both drivers, by type number. Anything not listed is PostgreSQL's text.
 *
 * - `date` stays 'YYYY-MM-DD': a JavaScript Date would make 1 April in London the 31 March in UTC.
 * - `numeric` stays text, exact; a domain function decides how to read it.
 * - `timestamptz` is UTC with six decimals, '2025-04-01T09:30:00.000000Z': it loses nothing when it is sent back, and
 *   sorts as text.
 * - `int8` is a number; one too large to be exact is an error rather than a wrong figure.
 */
const scalars: readonly [oid: number, arrayOid: number, parse: Parser][] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, (text) => Uint8Array.fromHex(text.slice(2))], // bytea
  [20, 1016, exactInteger], // int8
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [25, 1009, asText], // text
  [26, 1028, Number], // oid
  [19, 1003, asText], // name
  [114, 199, (text) => JSON.parse(text)], // json
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1042, 1014, asText], // char(n)
  [1043, 1015, asText], // varchar
  [1082, 1182, asText], // date
  [1083, 1183, asText], // time
  [1114, 1115, asText], // timestamp
  [1184, 1185, utcInstant], // timestamptz
  [1186, 1187, asText], // interval
  [1700, 1231, asText], // numeric
  [2950, 2951, asText], // uuid
  [3802, 3807, (text) => JSON.parse(text)], // jsonb
]

export const parsers: ReadonlyMap<number, Parser> = new Map(
  scalars.flatMap(([oid, arrayOid, parse]): [number, Parser][] => [
    [oid, parse],
    [arrayOid, (text) => parseArray(text, parse)],
  ]),
)

function exactInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is too large to be read exactly; cast it to numeric.`)
  return value
}

function utcInstant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::?\d\d){0,2})$/.exec(text)
  if (!match) return text // infinity, or a year before Christ
  const [, day, time, fraction = '', offset] = match
  const seconds = /^[+-]00(:?00)*$/.test(offset ?? '') ? `${day}T${time}` : shifted(`${day}T${time}${offset}`)
  return `${seconds}.${fraction.padEnd(6, '0')}Z`
}

function shifted(instant: string): string {
  return Temporal.Instant.from(instant).toString({ fractionalSecondDigits: 0 }).slice(0, -1)
}
