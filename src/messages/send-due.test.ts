import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setAccountStatus } from '#src/access/account-commands.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import type { Ending } from '#test/support/database.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { peopledCouncil } from '#test/support/people.ts'
import { enqueue, type NewMessage } from './enqueue.ts'
import { messageFor } from './queries.ts'
import { sendDue } from './send-due.ts'
import { smtpCarrier } from './smtp-carrier.ts'

const from = 'Golden Thread <performance@smallton.example>'

/** A council with a mail server, a clock, and messages to its member. */
async function mailingCouncil(t: Ending) {
  const { council, db, idOf } = await peopledCouncil(t)
  const mail = await mailServer(t)
  const member = { accountId: await idOf('member@smallton.example'), address: 'member@smallton.example' }
  let now = new Date('2024-07-25T09:00:00Z')
  const message: NewMessage = {
    onceKey: 'one',
    ...member,
    kind: 'reminder',
    subject: 'A figure is due',
    body: 'Hello,\n\nOne figure is due.\n',
    about: '/measures/sm-20',
    notBefore: new Date('2024-07-25T08:00:00Z'),
    notAfter: new Date('2024-07-27T08:00:00Z'),
    topics: ['sm-20 soon'],
  }
  const put = (more: Partial<NewMessage> = {}, actor: Actor = council.keeper) =>
    inAuthority(db, 1, (db) => enqueue(db, actor, [{ ...message, ...more }], now))
  const send = (carrier = smtpCarrier({ url: mail.url, from })) =>
    sendDue({ db, authorityId: 1, carrier, now: () => now })
  const first = () => inAuthority(db, 1, (db) => messageFor(db, 1))
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  return { council, db, mail, member, put, send, first, later, now: () => now }
}

test('a message is sent once, as plain text, with who it is from and a reference that stays', async (t) => {
  const { mail, put, send, first } = await mailingCouncil(t)
  assert.equal(await put(), 1)
  assert.equal(await put(), 0)
  assert.deepEqual(await send(), { sent: 1, failed: 0, 'given-up': 0, unclear: 0 })
  assert.deepEqual(await send(), { sent: 0, failed: 0, 'given-up': 0, unclear: 0 })
  const [received, ...more] = mail.received
  assert.deepEqual(more, [])
  assert.deepEqual(received?.to, ['member@smallton.example'])
  assert.equal(received?.from, 'performance@smallton.example')
  const message = await first()
  assert.match(received?.source ?? '', /^From: Golden Thread <performance@smallton\.example>/m)
  assert.ok(received?.source.includes(`Message-ID: <${message.reference}@smallton.example>`))
  assert.match(received?.source ?? '', /^Auto-Submitted: auto-generated/m)
  assert.match(received?.source ?? '', /One figure is due\./)
  assert.equal(message.attempts[0]?.outcome, 'sent')
})

test('two programs that send at once send each message once', async (t) => {
  const { mail, put, send } = await mailingCouncil(t)
  for (let n = 0; n < 12; n++) await put({ onceKey: `n${n}`, subject: `Number ${n}` })
  const runs = await Promise.all([send(), send(), send()])
  assert.equal(
    runs.reduce((sum, { sent }) => sum + sent, 0),
    12,
  )
  const subjects = mail.received.map(({ source }) => /^Subject: (.*)$/m.exec(source)?.[1]?.trim())
  assert.equal(new Set(subjects).size, 12)
  assert.equal(subjects.length, 12)
})

test('a refusal for now is tried again after 1, 5, 30, 120 and 720 minutes, and then given up', async (t) => {
  const { mail, put, send, first, later } = await mailingCouncil(t)
  await put()
  const busy = { at: 'recipient', code: 451, says: '4.7.1 Greylisted, try again' } as const
  mail.meet(busy, busy, busy, busy, busy, busy)
  assert.equal((await send()).failed, 1)
  for (const minutes of [1, 5, 30, 120]) {
    later(minutes - 0.5)
    assert.equal((await send()).failed, 0, `before ${minutes}`)
    later(0.5)
    assert.equal((await send()).failed, 1, `after ${minutes}`)
  }
  later(720)
  assert.equal((await send())['given-up'], 1)
  later(60)
  assert.deepEqual(await send(), { sent: 0, failed: 0, 'given-up': 0, unclear: 0 })
  assert.equal(mail.received.length, 0)
  const { attempts } = await first()
  assert.equal(attempts.length, 6)
  assert.match(attempts[0]?.detail ?? '', /The mail server refused it: .*Greylisted/)
})

test('after a refusal for now it arrives, under the same reference', async (t) => {
  const { mail, put, send, later, first } = await mailingCouncil(t)
  await put()
  mail.meet({ at: 'message', code: 452, says: '4.3.1 Disk full' })
  assert.equal((await send()).failed, 1)
  later(1)
  assert.equal((await send()).sent, 1)
  assert.ok(mail.received[0]?.source.includes((await first()).reference))
})

test('a refusal for good is given up at once, and says why without the address', async (t) => {
  const { mail, put, send, first } = await mailingCouncil(t)
  await put()
  mail.meet({ at: 'recipient', code: 550, says: '5.1.1 <member@smallton.example>: no such mailbox' })
  assert.equal((await send())['given-up'], 1)
  const [attempt] = (await first()).attempts
  assert.match(attempt?.detail ?? '', /\(address\): no such mailbox/)
  assert.doesNotMatch(attempt?.detail ?? '', /smallton/)
})

test('a mail server that cannot be reached stops the run at the first message', async (t) => {
  const { mail, put, send, later } = await mailingCouncil(t)
  await put()
  await put({ onceKey: 'two' })
  await mail.stop()
  assert.equal((await send()).failed, 1)
  later(1)
  assert.equal((await send()).failed, 1)
})

test('a server that takes the whole message and says nothing is not sent it again', async (t) => {
  const { mail, put, send, later, first } = await mailingCouncil(t)
  await put()
  mail.meet('silence')
  const sending = send()
  await mail.silent
  mail.breakOff()
  assert.equal((await sending).unclear, 1)
  later(60)
  assert.deepEqual(await send(), { sent: 0, failed: 0, 'given-up': 0, unclear: 0 })
  assert.match((await first()).attempts[0]?.detail ?? '', /did not say whether it took it/)
})

test('nothing is sent to whoever was suspended meanwhile, nor what has become untrue', async (t) => {
  const { council, db, mail, member, put, send, later } = await mailingCouncil(t)
  await put({ onceKey: 'stale', notAfter: new Date('2024-07-25T09:30:00Z') })
  later(60)
  assert.deepEqual(await send(), { sent: 0, failed: 0, 'given-up': 0, unclear: 0 })
  await put()
  const change = { accountId: member.accountId, seen: 1, reason: 'on leave', today: '2024-07-25' }
  await setAccountStatus(db, council.as('operator'), { ...change, status: 'suspended' })
  assert.equal((await send())['given-up'], 1)
  assert.equal(mail.received.length, 0)
})

test('an example is shown and never sent', async (t) => {
  const { council, mail, put, send } = await mailingCouncil(t)
  await put({}, { ...council.keeper, illustrative: true })
  assert.equal((await send()).sent, 0)
  assert.equal(mail.received.length, 0)
})

test('neither a subject nor an address can bring a header or a second recipient with it', async (t) => {
  const { mail, put, send } = await mailingCouncil(t)
  await put({ subject: 'Due\r\nBcc: all@elsewhere.example\r\n\r\nYou have won' })
  await put({ onceKey: 'two', address: 'a@b.example, c@d.example' })
  await put({ onceKey: 'three', address: 'a@b.example\r\nRCPT TO:<c@d.example>' })
  assert.deepEqual(await send(), { sent: 1, failed: 0, 'given-up': 2, unclear: 0 })
  const [received] = mail.received
  assert.deepEqual(received?.to, ['member@smallton.example'])
  assert.doesNotMatch(received?.source ?? '', /^Bcc:/m)
  assert.match(received?.source ?? '', /^Subject: Due Bcc: all@elsewhere\.example You have won/m)
})
