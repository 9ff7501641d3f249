import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isMailAddress, subjectLine } from './mail-text.ts'
import { canBeAskedAgain, isDue, type MessageFacts, messageState } from './message-state.ts'
import { nextTry } from './next-try.ts'
import { plainDetail } from './plain-detail.ts'

const facts: MessageFacts = {
  notBefore: '2024-07-25T08:00:00Z',
  notAfter: '2024-07-27T08:00:00Z',
  illustrative: false,
  last: null,
  askedAfter: null,
}
const noon = '2024-07-25T12:00:00Z'
const late = '2024-07-28T12:00:00Z'
const failed = { number: 1, outcome: 'failed', nextTryAt: '2024-07-25T12:05:00Z' } as const
const ended = (outcome: 'sent' | 'given-up' | 'unclear') => ({ number: 1, outcome, nextTryAt: null })

test('what a message is follows from its attempts', () => {
  const cases: readonly [Partial<MessageFacts>, string, string, string | null][] = [
    [{}, '2024-07-25T07:00:00Z', 'waiting', '2024-07-25T08:00:00Z'],
    [{}, noon, 'waiting', '2024-07-25T08:00:00Z'],
    [{}, late, 'too-late', null],
    [{ last: { number: 1, outcome: null, nextTryAt: null } }, noon, 'sending', null],
    [{ last: failed }, noon, 'to-retry', '2024-07-25T12:05:00Z'],
    [{ last: failed }, late, 'too-late', null],
    [{ last: ended('sent') }, late, 'sent', null],
    [{ last: ended('given-up') }, noon, 'given-up', null],
    [{ last: ended('given-up') }, late, 'given-up', null],
    [{ last: ended('given-up'), askedAfter: 1 }, noon, 'to-retry', '2024-07-25T08:00:00Z'],
    [{ last: ended('unclear') }, noon, 'unclear', null],
    [{ last: ended('unclear'), askedAfter: 1 }, noon, 'to-retry', '2024-07-25T08:00:00Z'],
    [{ last: { ...failed, number: 2 }, askedAfter: 1 }, noon, 'to-retry', '2024-07-25T12:05:00Z'],
    [{ illustrative: true }, noon, 'example', null],
  ]
  for (const [more, now, state, nextTryAt] of cases)
    assert.deepEqual(messageState({ ...facts, ...more }, now), { state, nextTryAt }, JSON.stringify(more))
})

test('it is due from its time on and not before, and only asked for again while it is worth sending', () => {
  assert.equal(isDue(facts, '2024-07-25T07:59:59Z'), false)
  assert.equal(isDue(facts, '2024-07-25T08:00:00Z'), true)
  assert.equal(isDue({ ...facts, last: failed }, noon), false)
  assert.equal(canBeAskedAgain({ ...facts, last: ended('given-up') }, noon), true)
  assert.equal(canBeAskedAgain({ ...facts, last: ended('given-up') }, late), false)
  assert.equal(canBeAskedAgain({ ...facts, last: ended('sent') }, noon), false)
})

test('waits grow, and after the sixth attempt there is no other', () => {
  const at = '2024-07-25T12:00:00Z'
  const minutes = [1, 2, 3, 4, 5, 6].map((attempts) => {
    const next = nextTry(attempts, at)
    return next === null ? null : (Date.parse(next) - Date.parse(at)) / 60_000
  })
  assert.deepEqual(minutes, [1, 5, 30, 120, 720, null])
})

test('what a server said is kept on one line and without addresses', () => {
  assert.equal(
    plainDetail("550 5.1.1 <jo.o'neil@x.example>: Recipient\r\naddress rejected"),
    '550 5.1.1 (address): Recipient address rejected',
  )
  assert.equal(plainDetail(' \r\n '), 'No reason was given')
  const address = fc.stringMatching(/^[a-z0-9.'+_-]{1,20}@[a-z0-9.-]{1,20}$/)
  fc.assert(
    fc.property(address, fc.string(), (to, around) => {
      const said = plainDetail(`550 <${to}> ${around}`)
      assert.ok(!said.includes(to) && said.length <= 300 && !/[\r\n]/.test(said))
    }),
  )
})

test('a subject is one line whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(subjectLine(text), /[\p{Cc}\u2028\u2029]/u)
    }),
  )
  assert.equal(subjectLine(' Due\r\nBcc: a@b.example '), 'Due Bcc: a@b.example')
})

test('an address is one mailbox', () => {
  for (const good of ['a@b.example', "o'neil+x@sub.council.gov.uk", 'jörg@müller.example'])
    assert.equal(isMailAddress(good), true, good)
  for (const bad of [
    '',
    'a',
    'a@',
    '@b.example',
    'a@b.example,c@d.example',
    'a@b.example c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'A <a@b.example>',
    '"a b"@c.example',
    'a@b@c.example',
    'a@-b.example',
    'group:a@b.example;',
  ])
    assert.equal(isMailAddress(bad), false, bad)
})
