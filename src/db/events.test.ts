import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeTheFirst, type ChainedEvent } from '#src/domain/audit/event-link.ts'
import { addAuthority, emptyDatabase, testDatabase } from '#test/support/database.ts'
import type { Database } from './database.ts'
import { eventHash, recordEvent } from './events.ts'
import { migrate } from './migrate.ts'
import { shippedMigrations } from './migrations.ts'
import { inAuthority } from './transaction.ts'

const actor = { role: 'data-officer', name: 'Sam Okoro' }

test('an event keeps who did what to which thing, and when', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  const details = { value: '41.2', tags: ['late', "O'Neill"] }
  const event = {
    authorityId: 1,
    actor,
    action: 'measure.value-recorded',
    subject: 'measure/recycling-rate',
    details,
  }
  const [kept] = await inAuthority(database.db, 1, async (db) => {
    await recordEvent(db, event)
    return await db.selectFrom('event').selectAll().execute()
  })
  assert.equal(kept?.actor_role, 'data-officer')
  assert.equal(kept.actor_name, 'Sam Okoro')
  assert.equal(kept.action, 'measure.value-recorded')
  assert.equal(kept.subject, 'measure/recycling-rate')
  assert.deepEqual(kept.details, details)
  assert.ok(Math.abs(Date.parse(kept.at) - Date.now()) < 60_000)
})

/** The authority's trail, in order, as the hash is taken over it. */
const trail = (database: Database, authorityId: number): Promise<ChainedEvent[]> =>
  inAuthority(database.db, authorityId, async (db) => {
    const rows = await db.selectFrom('event').selectAll().orderBy('sequence').execute()
    return rows.map((row) => ({
      authorityId: row.authority_id,
      sequence: row.sequence,
      at: row.at,
      actorRole: row.actor_role,
      actorName: row.actor_name,
      action: row.action,
      subject: row.subject,
      details: row.details,
      previousHash: row.previous_hash,
      hash: row.hash,
    }))
  })

/** Asserts that the rows are numbered from 1 without gaps and that each is chained to the one before it. */
function assertChained(rows: readonly ChainedEvent[]): void {
  let before = beforeTheFirst
  rows.forEach((row, index) => {
    assert.equal(row.sequence, index + 1)
    assert.equal(row.previousHash, before)
    assert.equal(row.hash, eventHash(before, row))
    before = row.hash
  })
}

const happening = (authorityId: number, subject: string, details?: Record<string, unknown>) => ({
  authorityId,
  actor,
  action: 'thing.happened',
  subject,
  ...(details === undefined ? {} : { details }),
})

test('each authority has its own trail, numbered from 1, and its head is the last event', async (t) => {
  const database = await testDatabase(t)
  for (const authority of [1, 2]) await addAuthority(database, authority)
  for (const [authority, subject] of [
    [1, 'a'],
    [2, 'b'],
    [1, 'c'],
  ] as const)
    await inAuthority(database.db, authority, (db) => recordEvent(db, happening(authority, subject)))
  assert.deepEqual(
    (await trail(database, 1)).map(({ subject }) => subject),
    ['a', 'c'],
  )
  for (const authority of [1, 2]) {
    const rows = await trail(database, authority)
    assertChained(rows)
    const heads = await inAuthority(database.db, authority, (db) =>
      db.selectFrom('audit_head').selectAll().execute(),
    )
    const last = rows.at(-1)
    assert.deepEqual(heads, [{ authority_id: authority, sequence: last?.sequence, hash: last?.hash }])
  }
})

test('a command that fails leaves no gap in the numbers', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  const record = (subject: string) =>
    inAuthority(database.db, 1, async (db) => {
      await recordEvent(db, happening(1, subject))
      if (subject === 'lost') throw new Error('the power went')
    })
  await record('first')
  await assert.rejects(record('lost'), /the power went/)
  await record('second')
  const rows = await trail(database, 1)
  assert.deepEqual(
    rows.map(({ subject }) => subject),
    ['first', 'second'],
  )
  assertChained(rows)
})

test('two events of one command follow each other in the trail', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  await inAuthority(database.db, 1, async (db) => {
    await recordEvent(db, happening(1, 'one'))
    await recordEvent(db, happening(1, 'two'))
  })
  const rows = await trail(database, 1)
  assert.equal(rows.length, 2)
  assertChained(rows)
})

test('details of every kind that JSON has come back as they were hashed', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  const words = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0'))
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      words,
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(words, tie('any'), { maxKeys: 3 }),
    ),
  })).any
  const samples = fc.sample(fc.dictionary(words, value, { maxKeys: 4 }), 60)
  await inAuthority(database.db, 1, async (db) => {
    for (const details of samples) await recordEvent(db, happening(1, 'sample', details))
    await recordEvent(db, happening(1, 'odd', { at: new Date(0), gone: undefined, zero: -0 }))
  })
  const rows = await trail(database, 1)
  assertChained(rows)
  assert.deepEqual(rows.at(-1)?.details, { at: '1970-01-01T00:00:00.000Z', zero: 0 })
})

test('a thousand commands at once make one trail, with no fork and no gap', {
  timeout: 180_000,
}, async (t) => {
  const database = await testDatabase(t)
  for (const authority of [1, 2]) await addAuthority(database, authority)
  const one = async (index: number) => {
    const authority = index % 10 === 0 ? 2 : 1
    await inAuthority(database.db, authority, (db) => recordEvent(db, happening(authority, `thing/${index}`)))
  }
  await Promise.all(Array.from({ length: 1_000 }, (_, index) => one(index)))
  const both = [await trail(database, 1), await trail(database, 2)]
  assert.deepEqual(
    both.map(({ length }) => length),
    [900, 100],
  )
  for (const rows of both) assertChained(rows)
})

test('events from before there was a chain are chained by the migration, in their order', async (t) => {
  const database = await emptyDatabase(t)
  await migrate(database, shippedMigrations().slice(0, 2))
  for (const authority of [1, 2]) await addAuthority(database, authority)
  const details = [
    {},
    { added: 14, changed: 0 },
    { file: 'Größe "A"\\1\n\u0001\u007f\u2028😀.csv', reason: null, list: [1.5, 'x', { b: true, a: -2 }] },
  ]
  for (const authority of [1, 2, 1]) {
    for (const each of details) {
      await inAuthority(database.db, authority, (db) =>
        sql`insert into event (authority_id, actor_role, actor_name, action, subject, details)
            values (${authority}, 'operator', 'old', 'thing.done', ${`thing/${authority}`}, ${JSON.stringify(each)})`.execute(
          db,
        ),
      )
    }
  }
  await migrate(database)
  await inAuthority(database.db, 1, (db) => recordEvent(db, happening(1, 'new')))
  const rows = await trail(database, 1)
  assert.deepEqual(
    rows.map((row) => row.details),
    [...details, ...details, {}],
  )
  assertChained(rows)
  assertChained(await trail(database, 2))
  assert.equal((await trail(database, 2)).length, 3)
})
