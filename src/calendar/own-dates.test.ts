import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setAccountStatus } from '#src/access/account-commands.ts'
import { accountFor } from '#src/access/accounts.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { calendarRules as seftonRules } from '#src/demo/sefton/calendar.ts'
import { peopledCouncil } from '#test/support/people.ts'
import { readICalendar } from '#test/support/read-icalendar.ts'
import { browserOf } from '#test/support/visitor.ts'
import { recordCalendarRules } from './commands.ts'

const addressIn = (body: string) => /\/calendar\/own\/[\w-]{43}/.exec(body)?.[0] ?? ''

test('somebody makes an address, and a program that cannot sign in reads their dates by it', async (t) => {
  const { council, db, app, person, signIn } = await peopledCouncil(t)
  await recordCalendarRules(db, council.keeper, seftonRules())
  await person('leader@smallton.example', 'leader')
  const { browser } = await signIn('leader@smallton.example')
  const made = await browser.send('/account', {}, '/account/calendar')
  assert.match(made.text, /shown this once/)
  const address = addressIn(made.body)
  assert.notEqual(address, '')
  assert.equal(addressIn((await browser.get('/account')).body), '', 'it is shown once')
  const stranger = browserOf(app)
  const { events, name } = readICalendar((await stranger.get(address)).body)
  assert.equal(name, 'Smallton: planning and performance, Post of leader')
  assert.ok(events.length > 10 && events.every(({ categories }) => categories.includes('Leader')))
  const kept = await inAuthority(db, 1, (db) => db.selectFrom('calendar_address').selectAll().execute())
  assert.ok(!JSON.stringify(kept).includes(address.split('/').at(-1) ?? ''), 'only its hash is kept')
})

test('a new address takes the place of the old, and an ended one gives nothing', async (t) => {
  const { app, council, signIn } = await peopledCouncil(t)
  const { browser } = await signIn('member@smallton.example')
  const stranger = browserOf(app)
  const make = async () => addressIn((await browser.send('/account', {}, '/account/calendar')).body)
  const first = await make()
  assert.equal((await stranger.get(first)).status, 200)
  const second = await make()
  assert.equal((await stranger.get(first)).status, 404)
  assert.equal((await stranger.get(second)).status, 200)
  const ended = await browser.send('/account', {}, '/account/calendar/end')
  assert.equal(ended.location, '/account?done=calendar-ended')
  const { status, text } = await stranger.get(second)
  assert.equal(status, 404)
  assert.match(text, /no dates at this address/)
  const happened = (await council.events()).filter((event) => event.startsWith('calendar-address'))
  assert.deepEqual(
    happened.map((event) => event.split(' ')[0]),
    ['calendar-address.made', 'calendar-address.made', 'calendar-address.ended'],
  )
})

test('an address gives nothing once its holder may not come in, and refuses once they hold no role', async (t) => {
  const { db, app, council, idOf, signIn, setNow } = await peopledCouncil(t)
  const { browser } = await signIn('member@smallton.example')
  const address = addressIn((await browser.send('/account', {}, '/account/calendar')).body)
  const stranger = browserOf(app)
  // A role begins on its day: before it the holder is anybody.
  setNow('2024-03-01T09:00:00Z')
  assert.equal((await stranger.get(address)).status, 403)
  setNow('2024-07-26T09:00:00Z')
  assert.equal((await stranger.get(address)).status, 200)
  const accountId = await idOf('member@smallton.example')
  const { statusNumber } = await inAuthority(db, 1, (db) => accountFor(db, accountId))
  const suspended = { status: 'suspended', reason: 'Left the council', seen: statusNumber } as const
  await setAccountStatus(db, council.as('operator'), { ...suspended, accountId, today: '2024-07-26' })
  assert.equal((await stranger.get(address)).status, 404)
})
