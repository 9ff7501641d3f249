import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { testDatabase } from '#test/support/database.ts'

process.env.TZ = 'Europe/London'
const { db } = await testDatabase({ after })

async function read(expression: RawBuilder<unknown>): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(db)
  return rows[0]?.value
}

const values: [string, RawBuilder<unknown>, unknown][] = [
  ['a date in British summer time stays the day it is', sql`date '2025-04-01'`, '2025-04-01'],
  ['a date in winter stays the day it is', sql`date '2025-01-01'`, '2025-01-01'],
  ['a count is a number', sql`(select count(*) from generate_series(1, 3))`, 3],
  ['a sum of whole numbers is a number', sql`(select sum(g) from generate_series(1, 3) g)`, 6],
  [
    'an exact amount stays as it was written',
    sql`123456789012345678.90::numeric(20, 2)`,
    '123456789012345678.90',
  ],
  ['an average is exact text', sql`(select avg(g)::numeric(4, 2) from generate_series(1, 2) g)`, '1.50'],
  ['a measurement is a number', sql`0.1::float8`, 0.1],
  ['truth is true', sql`true`, true],
  ['nothing is null', sql`null::numeric`, null],
  ['JSON is read', sql`'{"a":[1,"b",null]}'::jsonb`, { a: [1, 'b', null] }],
  [
    'an instant is in UTC, to the microsecond',
    sql`timestamptz '2025-04-01 09:30:00.25+01'`,
    '2025-04-01T08:30:00.250000Z',
  ],
  [
    'an instant on the second has the same length',
    sql`timestamptz '2025-01-01 00:00Z'`,
    '2025-01-01T00:00:00.000000Z',
  ],
  ['a clock time without a zone is text', sql`timestamp '2025-04-01 09:30'`, '2025-04-01 09:30:00'],
  ['bytes are bytes', sql`'\\x00ff10'::bytea`, new Uint8Array([0, 255, 16])],
  ['a list of dates is a list of days', sql`array[date '2025-04-01', null]`, ['2025-04-01', null]],
  ['a list of counts is a list of numbers', sql`array[1, 2]::int8[]`, [1, 2]],
  ['a list of amounts stays exact', sql`array[0.10, 2]::numeric[]`, ['0.10', '2']],
  [
    'a list of texts keeps its quotes and gaps',
    sql`array['a,b', '"', '', null, '\\', 'NULL']`,
    ['a,b', '"', '', null, '\\', 'NULL'],
  ],
  ['an empty list is empty', sql`array[]::text[]`, []],
  [
    'a list of lists is a list of lists',
    sql`array[[1, 2], [3, null]]`,
    [
      [1, 2],
      [3, null],
    ],
  ],
  ['a list counted from 0 is a list', sql`'[0:1]={7,8}'::int4[]`, [7, 8]],
]

for (const [title, expression, expected] of values) {
  test(title, async () => {
    const value = await read(expression)
    assert.deepEqual(value instanceof Uint8Array ? new Uint8Array(value) : value, expected)
  })
}

test('instants sort as text the way they sort in time, and go back to the same microsecond', async () => {
  const written = ['2025-04-01 08:30:00.5+00', '2025-04-01 08:30:00.499999+00', '2025-04-01 08:30:00+00']
  const given = (await read(
    sql`array(select t from unnest(${written}::timestamptz[]) t order by t)`,
  )) as string[]
  assert.deepEqual([...given].sort(), given)
  assert.equal(await read(sql`${given[1]}::timestamptz = timestamptz '2025-04-01 08:30:00.499999+00'`), true)
})

test('an instant written in another zone is the same instant', async () => {
  await db.transaction().execute(async (db) => {
    await sql`set local timezone = 'America/New_York'`.execute(db)
    const { rows } = await sql`select timestamptz '2025-04-01 08:30:00.000001Z' as at`.execute(db)
    assert.deepEqual(rows, [{ at: '2025-04-01T08:30:00.000001Z' }])
  })
})

test('a whole number too large to be exact is refused rather than rounded', async () => {
  await assert.rejects(read(sql`9007199254740993::int8`), /too large to be read exactly/)
  assert.equal(await read(sql`1`), 1)
})

test('parameters arrive as they were given', async () => {
  assert.equal(await read(sql`${'2025-04-01'}::date`), '2025-04-01')
  assert.equal(await read(sql`${true}::boolean`), true)
  assert.equal(await read(sql`${12n}::numeric`), '12')
  assert.equal(await read(sql`${null}::text`), null)
  assert.equal(
    await read(sql`${new Date('2025-04-01T08:30:00Z')}::timestamptz`),
    '2025-04-01T08:30:00.000000Z',
  )
  assert.deepEqual(await read(sql`${{ a: "O'Neill" }}::jsonb`), { a: "O'Neill" })
  assert.deepEqual(await read(sql`${JSON.stringify([1, 2])}::jsonb`), [1, 2])
  assert.deepEqual(await read(sql`${[1.5, null]}::float8[]`), [1.5, null])
  assert.deepEqual(await read(sql`${[true, false]}::boolean[]`), [true, false])
  assert.equal(await read(sql`encode(${Buffer.from([0, 255])}::bytea, 'hex')`), '00ff')
})

test('any list of texts comes back as it went', async () => {
  const lists = fc.array(
    fc.option(
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
      { nil: null },
    ),
  )
  await fc.assert(
    fc.asyncProperty(lists, async (list) => assert.deepEqual(await read(sql`${list}::text[]`), list)),
    { numRuns: 60 },
  )
})
