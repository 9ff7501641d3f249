import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, test } from 'node:test'
import { notifyServer } from '#test/support/notify-server.ts'
import { notifyCarrier } from './notify-carrier.ts'

const service = '26785a09-ab16-4eb0-8407-a37497a57506'
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a'
const server = await notifyServer({ after })
const settings = { url: server.url, key: `golden-thread-${service}-${secret}`, template }
const carrier = notifyCarrier(settings)

let number = 0
const letter = (attempt = 1) => {
  number++
  const reference = `reference-${number}`
  return { to: 'member@smallton.example', subject: 'A figure is due', body: 'Hello', reference, attempt }
}

test('a letter is a template filled with its subject and body, under our reference', async () => {
  const sent = letter()
  assert.deepEqual(await carrier.carry(sent), { outcome: 'sent', reference: `id-of-${sent.reference}` })
  const last = server.asked.at(-1)
  assert.equal(`${last?.method} ${last?.path}`, 'POST /v2/notifications/email')
  assert.deepEqual(last?.body, {
    email_address: sent.to,
    template_id: template,
    personalisation: { subject: sent.subject, body: sent.body },
    reference: sent.reference,
  })
})

test('the token is signed with the secret of the key, names the service, and is new', async () => {
  await carrier.carry(letter())
  const [scheme, token = ''] = (server.asked.at(-1)?.authorization ?? '').split(' ')
  assert.equal(scheme, 'Bearer')
  const [header = '', claims = '', signature] = token.split('.')
  assert.equal(createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url'), signature)
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  assert.deepEqual(read(header), { typ: 'JWT', alg: 'HS256' })
  assert.equal(read(claims).iss, service)
  assert.ok(Math.abs(read(claims).iat - Date.now() / 1000) < 30)
})

test('what Notify documents as the letter’s fault is refused for good, and the rest tried again', async () => {
  const cases = [
    [400, 'ValidationError', 'email_address is not a valid email address', 'refused'],
    [400, 'BadRequestError', 'Can’t send to this recipient using a team-only API key', 'refused'],
    [403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds', 'again'],
    [429, 'RateLimitError', 'Exceeded rate limit for key type live of 3000 requests per 60 seconds', 'again'],
    [429, 'TooManyRequestsError', 'Exceeded send limits (50) for today', 'again'],
    [500, 'Exception', 'Internal server error', 'again'],
  ] as const
  for (const [status, error, message, outcome] of cases) {
    server.meet({ status, error, message })
    const carried = await carrier.carry(letter())
    assert.equal(carried.outcome, outcome, message)
    assert.ok('detail' in carried && carried.detail.includes(`answered ${status}: ${error}: ${message}`))
  }
})

test('a letter that Notify had although the answer was lost is not sent again', async () => {
  server.meet('lost')
  const first = letter()
  const lost = await carrier.carry(first)
  assert.equal(lost.outcome, 'again')
  const again = await carrier.carry({ ...first, attempt: 2 })
  assert.deepEqual(again, { outcome: 'sent', reference: `id-of-${first.reference}` })
  assert.equal(server.taken.filter((reference) => reference === first.reference).length, 1)
})

test('a second attempt at what Notify never had is sent', async () => {
  const second = letter(2)
  assert.equal((await carrier.carry(second)).outcome, 'sent')
  assert.deepEqual(server.taken.filter((reference) => reference === second.reference).length, 1)
})

test('where nobody listens it is tried again later', async () => {
  const nowhere = notifyCarrier({ ...settings, url: 'http://127.0.0.1:1' })
  const carried = await nowhere.carry(letter())
  assert.deepEqual(carried.outcome, 'again')
})
