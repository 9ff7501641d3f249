import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inAuthority } from '#src/db/transaction.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { peopledCouncil } from '#test/support/people.ts'
import { enqueue, type NewMessage } from '../enqueue.ts'
import { choiceOf } from '../queries.ts'
import { sendDue } from '../send-due.ts'
import { smtpCarrier } from '../smtp-carrier.ts'

const { app, council, db, idOf, later, serving, signIn, site } = await peopledCouncil({ after })
const mail = await mailServer({ after })
const carrier = smtpCarrier({ url: mail.url, from: 'performance@smallton.example' })
const accountId = await idOf('member@smallton.example')
const send = () => sendDue({ db, authorityId: 1, carrier, now: site.now })

const put = (more: Partial<NewMessage>) =>
  inAuthority(db, 1, (db) =>
    enqueue(
      db,
      council.keeper,
      [
        {
          onceKey: 'one',
          accountId,
          address: 'member@smallton.example',
          kind: 'reminder',
          subject: 'One figure is due',
          body: 'Hello,\n\n<b>One</b> figure is due.',
          about: '/measures',
          notBefore: site.now(),
          notAfter: new Date(site.now().getTime() + 86_400_000),
          topics: [],
          ...more,
        },
      ],
      site.now(),
    ),
  )

test('without a carrier messages wait, and the page says why', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  assert.match((await browser.get('/messages')).text, /No messages yet/)
  await put({})
  const { text } = await browser.get('/messages')
  assert.match(text, /Nothing is sent: this installation has no mail server/)
  assert.match(text, /One figure is due Post of member 25 July 2024, 10:00 Waiting/)
  const there = serving({ mailBy: 'SMTP' })
  const other = await signIn('keeper@smallton.example', there)
  assert.match((await other.browser.get('/messages')).text, /Messages leave by SMTP/)
})

test('what was given up says why, and a keeper has it tried again', async () => {
  mail.meet({ at: 'recipient', code: 550, says: '5.7.1 Not today' })
  assert.equal((await send())['given-up'], 1)
  const { browser } = await signIn('keeper@smallton.example')
  assert.match(
    (await browser.get('/messages?state=given-up')).text,
    /Given up The mail server refused it: .*Not today/,
  )
  const asked = await browser.send('/messages/1', {})
  assert.equal(asked.location, '/messages/1?done=1')
  assert.match((await browser.get('/messages/1')).text, /To be tried again .* asked for another/)
  const twice = await browser.send('/messages', { message: 'all' }, '/messages/1')
  assert.notEqual(twice.status, 303)
  assert.equal((await send()).sent, 1)
  const { text, body } = await browser.get('/messages/1')
  assert.match(text, /Sent To Post of member, member@smallton\.example/)
  assert.match(body, /&lt;b&gt;One&lt;\/b&gt; figure/)
  assert.match((await council.events()).at(-1) ?? '', /message\.retry-asked message\/1/)
})

test('everything that was given up can be tried again at once', async () => {
  later(30)
  const refusal = { at: 'recipient', code: 550, says: '5.7.1 Not today' } as const
  mail.meet(refusal, refusal)
  await put({ onceKey: 'two' })
  await put({ onceKey: 'three' })
  assert.equal((await send())['given-up'], 2)
  const { browser } = await signIn('keeper@smallton.example', serving({ mailBy: 'SMTP' }))
  assert.match((await browser.get('/messages')).text, /Try the 2 given-up messages again/)
  const asked = await browser.send('/messages', { message: 'all' })
  assert.equal(asked.location, '/messages?done=2')
  assert.equal((await send()).sent, 2)
})

test('messages are for those who keep the service', async () => {
  const { browser } = await signIn('member@smallton.example')
  assert.equal((await browser.get('/messages')).status, 403)
  assert.equal((await browser.get('/messages/1')).status, 403)
})

test('somebody chooses what they are sent, and is told when it was changed elsewhere', async () => {
  const { browser } = await signIn('member@smallton.example')
  assert.match((await browser.get('/account')).text, /Choose what you are sent by e-mail/)
  const stale = await browser.fields('/account/messages', '/account/messages')
  assert.equal(stale.choice, 'all')
  const chosen = await browser.send('/account/messages', { choice: 'weekly' })
  assert.equal(chosen.location, '/account/messages?done=1')
  assert.equal((await inAuthority(db, 1, (db) => choiceOf(db, accountId))).choice, 'weekly')
  assert.equal((await browser.post('/account/messages', { ...stale, choice: 'escalations' })).status, 409)
  const wrong = await browser.send('/account/messages', { choice: 'none' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /Choose what you are sent/)
  assert.equal((await app.inject('/account/messages')).statusCode, 200)
})
