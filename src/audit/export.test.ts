import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventHash, recordEvent } from '#src/db/events.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { addAuthority, testDatabase } from '#test/support/database.ts'
import { exportedEvents } from './export.ts'
import { everyEvent } from './filter.ts'

test('an exported trail has every event once, oldest first, and its hashes can be made again from the file', async (t) => {
  const database = await testDatabase(t)
  await addAuthority(database, 1)
  const actor = { role: 'operator', name: 'test' }
  const count = 2_001
  await inAuthority(database.db, 1, async (db) => {
    for (let number = 1; number <= count; number++)
      await recordEvent(db, {
        authorityId: 1,
        actor,
        action: number % 2 === 0 ? 'thing.even' : 'thing.odd',
        subject: `thing/${number}`,
        details: { words: 'a "b"\n€😀', number: number / 4 },
      })
  })
  const written = (filter = everyEvent, format: 'ndjson' | 'csv' = 'ndjson') =>
    inAuthority(database.db, 1, async (db) => {
      let text = ''
      for await (const piece of exportedEvents(db, filter, format)) text += piece.text
      return text
    })
  const lines = (await written()).trimEnd().split('\n')
  assert.equal(lines.length, count)
  let before = '0'.repeat(64)
  lines.forEach((line, index) => {
    const event = JSON.parse(line)
    assert.equal(event.sequence, index + 1)
    assert.equal(event.previous_hash, before)
    const { authority_id, sequence, at, actor_role, actor_name, action, subject, details } = event
    const fields = { authorityId: authority_id, sequence, at, actorRole: actor_role, actorName: actor_name }
    assert.equal(event.hash, eventHash(before, { ...fields, action, subject, details }))
    before = event.hash
  })
  const even = await written({ ...everyEvent, action: 'thing.even' }, 'csv')
  assert.equal(even.split('\r\n').filter((line) => /^\d+,/.test(line)).length, 1_000)
  assert.match(
    even,
    /^sequence,at,authority_id,actor_role,actor_name,action,subject,details,previous_hash,hash\r\n2,/,
  )
  assert.equal(await written({ ...everyEvent, role: 'leader' }), '')
})
