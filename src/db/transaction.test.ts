import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { addAuthority, testDatabase } from '#test/support/database.ts'
import type { Db } from './database.ts'
import { databaseErrorCode } from './query-error.ts'
import { inAuthority } from './transaction.ts'

async function addDirectorate(db: Db, authorityId: number, code: string): Promise<void> {
  await db
    .insertInto('directorate')
    .values({
      authority_id: authorityId,
      code,
      position: 1,
      name: code,
      certainty: 'known',
      source_ref: 'test',
    })
    .execute()
}

async function directorates(db: Db): Promise<string[]> {
  return (await db.selectFrom('directorate').select('code').orderBy('code').execute()).map(({ code }) => code)
}

test('an authority sees its own rows and never those of another', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  await addAuthority(database, 2)
  await inAuthority(database.db, 1, (db) => addDirectorate(db, 1, 'ours'))
  await inAuthority(database.db, 2, (db) => addDirectorate(db, 2, 'theirs'))
  assert.deepEqual(await inAuthority(database.db, 1, directorates), ['ours'])
  assert.deepEqual(await inAuthority(database.db, 2, directorates), ['theirs'])
  const touched = await inAuthority(database.db, 1, (db) =>
    db.updateTable('directorate').set({ name: 'taken' }).where('authority_id', '=', 2).executeTakeFirst(),
  )
  assert.equal(touched.numUpdatedRows, 0n)
})

test('a row cannot be added to another authority', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  await addAuthority(database, 2)
  const refused = inAuthority(database.db, 1, (db) => addDirectorate(db, 2, 'planted'))
  await assert.rejects(refused, (error) => databaseErrorCode(error) === '42501')
  assert.deepEqual(await inAuthority(database.db, 2, directorates), [])
})

test('figures and events cannot be changed or removed', async (t) => {
  const { db } = await testDatabase(t)
  for (const statement of [
    "update event set actor_name = 'x'",
    'delete from event',
    'update observation set value = 1',
    'truncate event',
    'truncate observation',
  ]) {
    const refused = inAuthority(db, 1, (db) => sql.raw(statement).execute(db))
    await assert.rejects(refused, (error) => databaseErrorCode(error) === '42501', statement)
  }
})

test('only what was marked illustrative can be taken away', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  await inAuthority(database.db, 1, async (db) => {
    await sql`insert into reporting_quarter (authority_id, quarter, opened_by)
      values (1, '2024-25-q1', 'test'), (1, '2024-25-q2', 'test')`.execute(db)
    await sql`insert into quarter_lock (authority_id, quarter, locked_by, illustrative)
      values (1, '2024-25-q1', 'test', false), (1, '2024-25-q2', 'test', true)`.execute(db)
  })
  await inAuthority(database.db, 1, (db) => sql`delete from quarter_lock`.execute(db))
  const left = await inAuthority(database.db, 1, (db) =>
    db.selectFrom('quarter_lock').select('quarter').execute(),
  )
  assert.deepEqual(left, [{ quarter: '2024-25-q1' }])
})

test('the role and the authority end with the transaction', async (t) => {
  const { db } = await testDatabase(t)
  const who = sql<{ role: string; authority: string | null }>`
    select current_user as role, nullif(current_setting('app.authority', true), '') as authority`
  const inside = await inAuthority(db, 7, async (db) => (await who.execute(db)).rows[0])
  assert.deepEqual(inside, { role: 'goldenthread_app', authority: '7' })
  const outside = (await who.execute(db)).rows[0]
  assert.notEqual(outside?.role, 'goldenthread_app')
  assert.equal(outside?.authority, null)
})

test('an error takes back everything the transaction did, and the next one works', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  const failing = inAuthority(database.db, 1, async (db) => {
    await addDirectorate(db, 1, 'half-done')
    throw new Error('the officer thought again')
  })
  await assert.rejects(failing, /thought again/)
  assert.deepEqual(await inAuthority(database.db, 1, directorates), [])
})

test('a transaction that swallowed a database error is an error, not a quiet rollback', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  const spoilt = inAuthority(database.db, 1, async (db) => {
    await addDirectorate(db, 1, 'a')
    await addDirectorate(db, 1, 'a').catch(() => {})
  })
  await assert.rejects(spoilt)
  assert.deepEqual(await inAuthority(database.db, 1, directorates), [])
})

test('a broken rule names its constraint', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  await inAuthority(database.db, 1, (db) => addDirectorate(db, 1, 'a'))
  const twice = inAuthority(database.db, 1, (db) => addDirectorate(db, 1, 'a'))
  await assert.rejects(twice, { code: '23505', constraint: 'directorate_pkey' })
})

test('transactions at the same time do not mix', async (t) => {
  const database = await testDatabase(t)
  for (const id of [1, 2, 3]) await addAuthority(database, id)
  const counts = await Promise.all(
    [1, 2, 3, 1, 2, 3, 1, 2, 3].map((id, turn) =>
      inAuthority(database.db, id, async (db) => {
        await addDirectorate(db, id, `turn-${turn}`)
        await setTimeout(turn % 3)
        const { rows } = await sql<{ ids: number[] }>`
          select array_agg(distinct authority_id) as ids from directorate`.execute(db)
        if (turn >= 6) throw new Error('taken back')
        return rows[0]?.ids
      }).catch((error: Error) => error.message),
    ),
  )
  assert.deepEqual(counts, [[1], [2], [3], [1], [2], [3], 'taken back', 'taken back', 'taken back'])
  assert.deepEqual(await inAuthority(database.db, 2, directorates), ['turn-1', 'turn-4'])
})

test('a transaction inside a transaction is refused at once, not waited for', async (t) => {
  const { db } = await testDatabase(t)
  const nested = inAuthority(db, 1, (inner) => inAuthority(inner, 1, directorates))
  await assert.rejects(nested, /inAuthority was called inside a transaction/)
})

test('the outer database inside a transaction is refused at once, and works again afterwards', async (t) => {
  const { db, exec } = await testDatabase(t)
  const misuse = inAuthority(db, 1, async () => {
    await setTimeout(1)
    return await directorates(db)
  })
  await assert.rejects(misuse, /The outer db was used inside a transaction/)
  await assert.rejects(
    inAuthority(db, 1, () => exec('select 1')),
    /exec was used inside a transaction/,
  )
  assert.deepEqual(await directorates(db), [])
})

test('what a transaction leaves running may use the database once it has ended', async (t) => {
  const { db } = await testDatabase(t)
  const ended = Promise.withResolvers<void>()
  let later: Promise<string[]> | undefined
  await inAuthority(db, 1, async () => {
    later = ended.promise.then(() => directorates(db))
  })
  ended.resolve()
  assert.deepEqual(await later, [])
})

test('only a whole number above nought can be an authority', async (t) => {
  const { db } = await testDatabase(t)
  for (const id of [0, -1, 1.5, Number.NaN, 2 ** 31, '1; drop table event' as unknown as number]) {
    await assert.rejects(inAuthority(db, id, directorates), TypeError, String(id))
  }
})
