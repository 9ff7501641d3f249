import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { addAccount } from '#src/access/account-commands.ts'
import { messagesSince } from '#src/messages/queries.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { cycleCouncil, due } from '#test/support/cycle-council.ts'
import { keepReminding } from './keep-reminding.ts'

const { as, db, keeper, reading } = await cycleCouncil({ after })
const authority = await authorityOf(db, keeper)
const grant = { role: 'service-manager', unit: { kind: 'service', code: 'housing' } } as const
const held = { kind: 'held', from: '2020-04-01', until: null, onBehalfOf: null } as const
await addAccount(db, as('operator'), {
  email: 'manager@smallton.example',
  label: 'Manager',
  grant: { ...grant, ...held },
})
const made = () => reading((db) => messagesSince(db, new Date(0)))

/** Serves for a moment at this time of the due day, and gives what was told. */
async function servedAt(time: string, site: string | null = 'https://gt.smallton.example') {
  const told: string[] = []
  const now = () => new Date(`${due.entry}T${time}Z`)
  const reminding = keepReminding({ db, authority, site, now }, (words) => told.push(words))
  await wait(0)
  await wait(0)
  await reminding.stop()
  return told
}

test('a server reminds people from seven in the morning, English time, once a day', async () => {
  assert.deepEqual(await servedAt('05:59:59'), [])
  assert.deepEqual(await made(), [])
  assert.deepEqual(await servedAt('06:00:00'), [`Reminders of ${due.entry}: 1.`])
  assert.deepEqual(await servedAt('12:00:00'), [])
  assert.equal((await made()).length, 1)
})

test('a server that nobody can reach reminds nobody', async () => {
  assert.deepEqual(await servedAt('06:00:00', null), [])
})
