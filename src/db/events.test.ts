import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAuthority, testDatabase } from '#test/support/database.ts'
import { recordEvent } from './events.ts'
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
