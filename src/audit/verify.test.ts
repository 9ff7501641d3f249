import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#src/db/database.ts'
import { recordEvent } from '#src/db/events.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { beforeTheFirst, linkText } from '#src/domain/audit/event-link.ts'
import { addAuthority, type Ending, testDatabase } from '#test/support/database.ts'
import { auditHead, type Head } from './queries.ts'
import { verifyTrail } from './verify.ts'

const count = 12

/** A trail of twelve events, each naming its number, beside another authority's. */
async function trail(t: Ending): Promise<Database> {
  const database = await testDatabase(t)
  for (const authority of [1, 2]) {
    await addAuthority(database, authority)
    for (let number = 1; number <= count; number++) await record(database, authority, number)
  }
  return database
}

const record = (database: Database, authorityId: number, number: number) =>
  inAuthority(database.db, authorityId, (db) =>
    recordEvent(db, {
      authorityId,
      actor: { role: 'operator', name: 'test' },
      action: 'thing.counted',
      subject: `thing/${number}`,
      details: { number, amount: 9007199254740992 },
    }),
  )

const verdict = (database: Database, kept?: Head) =>
  inAuthority(database.db, 1, (db) => verifyTrail(db, { kept }))

/** Does to the rows what only the owner of the database can. */
async function tamper({ db }: Database, ...statements: string[]): Promise<void> {
  await db.transaction().execute(async (db) => {
    await sql.raw('set local app.authority = 1').execute(db)
    for (const statement of statements) await sql.raw(statement).execute(db)
  })
}

const unnumbered = [
  'alter table event drop constraint event_pkey',
  'alter table event drop constraint event_sequence_positive',
]
const copyOf = (sequence: number, as: number, hash = 'hash') => `
  insert into event (authority_id, sequence, at, actor_role, actor_name, action, subject, details, previous_hash, hash)
  select authority_id, ${as}, at, actor_role, actor_name, action, 'forged', details, previous_hash, ${hash}
  from event where authority_id = 1 and sequence = ${sequence}`

test('a trail that nobody touched is whole, also while it grows', async (t) => {
  const database = await trail(t)
  const { whole, verified, head } = await verdict(database)
  assert.deepEqual([whole, verified, head?.sequence], [true, count, count])
  await record(database, 1, count + 1)
  assert.equal((await verdict(database, head ?? undefined)).whole, true)
})

test('an authority without events has a whole trail', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  assert.deepEqual(await verdict(database), { whole: true, verified: 0, head: null, break: null })
})

const changes: Record<string, string> = {
  'its time': "at = at + interval '1 microsecond'",
  'its role': "actor_role = 'leader'",
  'its actor': "actor_name = 'test '",
  'its action': "action = 'thing.Counted'",
  'its subject': "subject = 'thing/5\u200b'",
  'a detail': `details = jsonb_set(details, '{number}', '"5"')`,
  'a detail more': `details = details || '{"more": null}'`,
  'the last digit of a number no double holds': `details = jsonb_set(details, '{amount}', '9007199254740993')`,
  'its hash': 'hash = previous_hash',
  'the hash before it': `previous_hash = '${beforeTheFirst}'`,
}

for (const [what, change] of Object.entries(changes)) {
  test(`a change of ${what} is found where it is`, async (t) => {
    const database = await trail(t)
    await tamper(database, `update event set ${change} where authority_id = 1 and sequence = 5`)
    const { whole, verified, break: found } = await verdict(database)
    assert.deepEqual([whole, verified, found?.kind, found?.sequence], [false, 4, 'changed', 5])
  })
}

type Case = [says: string, statements: string[], kind: string, sequence: number]

const cases: Case[] = [
  ['an event taken out', ['delete from event where authority_id = 1 and sequence = 5'], 'removed', 5],
  [
    'several taken out',
    ['delete from event where authority_id = 1 and sequence between 5 and 7'],
    'removed',
    5,
  ],
  ['the first taken out', ['delete from event where authority_id = 1 and sequence = 1'], 'removed', 1],
  [
    'an event taken out and those after it numbered anew',
    [
      'delete from event where authority_id = 1 and sequence = 5',
      ...unnumbered,
      'update event set sequence = sequence - 1 where authority_id = 1 and sequence > 5',
    ],
    'removed',
    5,
  ],
  [
    'a copy put in with the others moved on',
    [
      ...unnumbered,
      'update event set sequence = sequence + 1 where authority_id = 1 and sequence >= 5',
      copyOf(6, 5),
    ],
    'inserted',
    5,
  ],
  ['a second event of the same number', [...unnumbered, copyOf(5, 5)], 'inserted', 5],
  ['an event before the first', [...unnumbered, copyOf(5, 0)], 'inserted', 0],
  ['an event after the last', [copyOf(12, 13)], 'inserted', 13],
  [
    'two events that changed places',
    [
      ...unnumbered,
      'update event set sequence = 11 - sequence where authority_id = 1 and sequence in (5, 6)',
    ],
    'reordered',
    5,
  ],
  [
    'an event moved to the end',
    [...unnumbered, 'update event set sequence = 100 where authority_id = 1 and sequence = 5'],
    'reordered',
    5,
  ],
  ['the end cut off', ['delete from event where authority_id = 1 and sequence > 9'], 'truncated', 10],
  ['everything cut off', ['delete from event where authority_id = 1'], 'truncated', 1],
  ['the head taken away', ['delete from audit_head where authority_id = 1'], 'head', 13],
  [
    'the head changed',
    [`update audit_head set hash = '${beforeTheFirst}' where authority_id = 1`],
    'head',
    12,
  ],
]

for (const [says, statements, kind, sequence] of cases) {
  test(`${says} is found`, async (t) => {
    const database = await trail(t)
    await tamper(database, ...statements)
    const { whole, break: found } = await verdict(database)
    assert.deepEqual([whole, found?.kind, found?.sequence], [false, kind, sequence], found?.says ?? says)
    assert.equal((await inAuthority(database.db, 2, (db) => verifyTrail(db))).whole, true)
  })
}

test('an event that was changed and given a hash made anew is found by the one after it', async (t) => {
  const database = await trail(t)
  await tamper(
    database,
    "update event set subject = 'forged' where authority_id = 1 and sequence = 5",
    ...rehash(5),
  )
  const { break: found } = await verdict(database)
  assert.deepEqual([found?.kind, found?.sequence], ['changed', 5])
})

test('a trail written anew from one event on does not lead to the head', async (t) => {
  const database = await trail(t)
  const numbers = Array.from({ length: 8 }, (_, index) => index + 5)
  await tamper(
    database,
    "update event set subject = 'forged' where authority_id = 1 and sequence = 5",
    ...numbers.flatMap(rehash),
  )
  const { break: found } = await verdict(database)
  assert.deepEqual([found?.kind, found?.sequence], ['head', 12])
})

test('a trail written anew with its head is found against a head that was kept elsewhere', async (t) => {
  const database = await trail(t)
  const kept = await inAuthority(database.db, 1, auditHead)
  assert.ok(kept)
  const numbers = Array.from({ length: 8 }, (_, index) => index + 5)
  await tamper(
    database,
    "update event set subject = 'forged' where authority_id = 1 and sequence = 5",
    ...numbers.flatMap(rehash),
    'update audit_head set hash = (select hash from event where authority_id = 1 and sequence = 12) where authority_id = 1',
  )
  assert.equal((await verdict(database)).whole, true)
  await record(database, 1, 13)
  const { break: found } = await verdict(database, kept)
  assert.deepEqual([found?.kind, found?.sequence], ['head', 12])
})

test('a trail cut off together with its head is found against a head that was kept elsewhere', async (t) => {
  const database = await trail(t)
  const kept = await inAuthority(database.db, 1, auditHead)
  await tamper(
    database,
    'delete from event where authority_id = 1 and sequence > 9',
    'update audit_head set sequence = 9, hash = (select hash from event where authority_id = 1 and sequence = 9) where authority_id = 1',
  )
  assert.equal((await verdict(database)).whole, true)
  const { break: found } = await verdict(database, kept ?? undefined)
  assert.deepEqual([found?.kind, found?.sequence], ['truncated', 10])
})

test('the application itself can neither change nor remove an event', async (t) => {
  const database = await trail(t)
  for (const statement of ["update event set subject = 'x'", 'delete from event', 'truncate event'])
    await assert.rejects(
      inAuthority(database.db, 1, (db) => sql.raw(statement).execute(db)),
      /permission denied/,
    )
})

/** What somebody does who knows how the hashes are made: chains the event to the one now before it. */
function rehash(sequence: number): string[] {
  const canonical = linkText('', {
    authorityId: 1,
    sequence,
    at: '@at',
    actorRole: 'operator',
    actorName: 'test',
    action: 'thing.counted',
    subject: '@subject',
    details: { number: sequence, amount: 9007199254740992 },
  }).trimStart()
  const at = `to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
  return [
    `update event e set previous_hash = b.hash from event b where (e.authority_id, e.sequence) = (1, ${sequence}) and (b.authority_id, b.sequence) = (1, ${sequence - 1})`,
    `update event e set hash = encode(sha256(convert_to(previous_hash || E'\\n' ||
       replace(replace('${canonical}', '@at', ${at}), '@subject', e.subject), 'UTF8')), 'hex') where authority_id = 1 and sequence = ${sequence}`,
  ]
}
