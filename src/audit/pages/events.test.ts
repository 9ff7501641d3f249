import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { recordEvent } from '#src/db/events.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import { beforeTheFirst } from '#src/domain/audit/event-link.ts'
import { seftonApp } from '#test/support/app.ts'

const { database, get } = await seftonApp({ after })
const auditor = 'internal-audit'

await inAuthority(database.db, sefton.id, async (db) => {
  const actor = { role: 'service-manager', name: '=1+1' }
  const details = {
    before: { owner: null, title: 'Waste' },
    after: { owner: 'place', title: 'Waste' },
    reason: 'Moved',
  }
  await recordEvent(db, {
    authorityId: sefton.id,
    actor,
    action: 'owner.changed',
    subject: 'measure/sm-20',
    details,
  })
})
const total = await inAuthority(database.db, sefton.id, async (db) => {
  const head = await db.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow()
  return head.sequence
})

test('the trail is for those who answer for it, and nobody else is led to it', async () => {
  for (const role of ['internal-audit', 'business-intelligence', 'chief-executive', 'operator'] as const) {
    assert.equal((await get('/audit', role)).status, 200)
    assert.match((await get('/', role)).body, /href="\/audit"/)
  }
  for (const role of ['leader', 'councillor', 'service-manager', 'resident'] as const) {
    for (const address of ['/audit', '/audit/1', '/audit/events.csv', '/audit/events.json'])
      assert.equal((await get(address, role)).status, 403, `${role} ${address}`)
    assert.doesNotMatch((await get('/', role)).body, /href="\/audit"/)
  }
})

test('the latest event comes first, with when, what, to what and by whom', async () => {
  const { text } = await get('/audit', auditor)
  assert.match(
    text,
    new RegExp(`${total} events .*By Event ${total} .*owner\\.changed measure/sm-20 Service or Team Manager`),
  )
  assert.match(text, /Head of the trail/)
})

test('events are found by role, by kind, by day and by what they were done to', async () => {
  const found = async (query: string) => {
    const { body } = await get(`/audit/events.json?${query}`, auditor)
    return JSON.parse(body).total as number
  }
  assert.equal(await found(''), total)
  const held = await inAuthority(database.db, sefton.id, (db) =>
    db.selectFrom('event').select('actor_role').execute(),
  )
  for (const role of ['service-manager', 'operator'])
    assert.equal(await found(`role=${role}`), held.filter(({ actor_role }) => actor_role === role).length)
  assert.ok((await found('role=service-manager')) < (await found('role=operator')))
  assert.equal(await found('action=plan.recorded'), 3)
  assert.equal(await found('subject=MEASURE%2Fsm'), 1)
  assert.equal(await found('subject=%25'), 0)
  assert.equal(await found('subject=%00'), total)
  assert.equal(await found('to=2000-01-01'), 0)
  assert.equal(await found('from=2000-01-01&to=2999-12-31&action=owner.changed'), 1)
})

test('a day that is none is said to be none, and nothing is shown as if it had been asked for', async () => {
  const { status, text } = await get('/audit?from=31.4.2025', auditor)
  assert.equal(status, 200)
  assert.match(text, /'31\.4\.2025' is not a day; write it as year-month-day.*0 events/)
  assert.equal((await get('/audit/events.csv?to=2025-02-30', auditor)).status, 404)
})

test('the files hold the events that were asked for, every field of them', async () => {
  const { body, headers } = await get('/audit/events.csv?action=owner.changed', auditor)
  assert.match(String(headers['content-disposition']), /events\.csv/)
  const [event, ...more]: Record<string, string>[] = parse(body, { columns: true })
  assert.deepEqual(more, [])
  assert.equal(event?.sequence, String(total))
  assert.equal(event?.actor_name, "'=1+1")
  assert.match(event?.hash ?? '', /^[0-9a-f]{64}$/)
  assert.equal(JSON.parse(event?.details ?? '').reason, 'Moved')
  const { events } = JSON.parse((await get('/audit/events.json?action=owner.changed', auditor)).body)
  assert.equal(events[0].actor_name, '=1+1')
})

test('one event shows what was before and after, and that it is as it was recorded', async () => {
  const { text, body } = await get(`/audit/${total}`, auditor)
  assert.match(text, /Before and after What Before After owner nothing place title Waste Waste/)
  assert.match(text, /reason Moved/)
  assert.match(
    text,
    new RegExp(`As it was recorded Its fields give its hash\\. It is chained to event ${total - 1}\\.`),
  )
  assert.match(body, new RegExp(`href="/audit/${total - 1}"`))
  assert.doesNotMatch(body, new RegExp(`href="/audit/${total + 1}"`))
  const first = await get('/audit/1', auditor)
  assert.match(first.text, /It is the first of the trail/)
  assert.ok(first.text.replaceAll(' ', '').includes(beforeTheFirst))
})

test('an event that is not there is not found, however it is asked for', async () => {
  for (const number of ['0', '-1', '1.5', '99999999999999999999', 'x', String(total + 1)])
    assert.equal((await get(`/audit/${number}`, auditor)).status, 404, number)
})
