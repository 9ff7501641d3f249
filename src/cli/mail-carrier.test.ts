import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../config.ts'
import { StartError } from '../db/start-error.ts'
import { carrierOf } from './mail-carrier.ts'

const url = { GOLDENTHREAD_URL: 'https://performance.smallton.example' }
const smtp = { GOLDENTHREAD_SMTP_URL: 'smtps://user:hunter2@mail.smallton.example' }
const from = { GOLDENTHREAD_MAIL_FROM: 'Performance <performance@smallton.example>' }
const key = 'golden-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0'
const notify = {
  GOLDENTHREAD_NOTIFY_KEY: key,
  GOLDENTHREAD_NOTIFY_TEMPLATE: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
}
const carrierFor = (settings: Record<string, string>) => carrierOf(readConfig({}, settings))
const refuses = (settings: Record<string, string>, ...words: readonly RegExp[]) =>
  assert.throws(
    () => carrierFor(settings),
    (error) => {
      assert.ok(error instanceof StartError)
      for (const each of words) assert.match(error.message, each)
      assert.doesNotMatch(error.message, /hunter2|3d844edf/)
      return true
    },
  )

test('messages leave by what is set, and by nothing when nothing is', () => {
  assert.equal(carrierFor({}), null)
  assert.equal(carrierFor({ ...url, ...smtp, ...from })?.name, 'SMTP')
  assert.equal(carrierFor({ ...url, ...notify })?.name, 'GOV.UK Notify')
})

test('everything that does not fit together is told at once, and no secret with it', () => {
  refuses(
    { ...smtp, GOLDENTHREAD_NOTIFY_KEY: key },
    /Keep one of them/,
    /Set GOLDENTHREAD_MAIL_FROM/,
    /Set GOLDENTHREAD_NOTIFY_TEMPLATE/,
    /Set GOLDENTHREAD_URL/,
  )
})

test('a setting that cannot be used is refused, and a secret is not shown', () => {
  const bad = [
    { GOLDENTHREAD_SMTP_URL: 'https://user:hunter2@mail.smallton.example' },
    { GOLDENTHREAD_MAIL_FROM: 'performance@smallton.example, all@smallton.example' },
    { GOLDENTHREAD_MAIL_FROM: 'Performance <performance@smallton.example>\r\nBcc: all@smallton.example' },
    { GOLDENTHREAD_NOTIFY_KEY: 'golden-3d844edf-8d35-48ac-975b-e847b4f122b0' },
    { GOLDENTHREAD_NOTIFY_TEMPLATE: 'reminder' },
    { GOLDENTHREAD_NOTIFY_URL: 'http://notify.example' },
  ]
  for (const settings of bad) refuses(settings, new RegExp(Object.keys(settings)[0] ?? ''))
})
