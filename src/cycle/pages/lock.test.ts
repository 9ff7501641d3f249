import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreeTo } from '#src/cycle/decide.ts'
import { slug } from '#test/support/cycle-council.ts'
import { cycleSite } from '#test/support/cycle-site.ts'

const lock = `/cycles/${slug}/lock`

test('a quarter is locked with the reason for what is missing, and the board says by whom', async (t) => {
  const site = await cycleSite(t)
  const looked = { quarter: slug, answers: [{ measure: 'm-1', number: 1 }] }
  await site.answer('m-1', { value: '80' })
  await agreeTo(site.db, site.manager, { ...looked, step: 'confirmation' })
  const assurer = site.browserFor(site.assurer)
  const blocked = await assurer.get(lock)
  assert.match(blocked.text, /In the way: 1 on the way to being assured/)
  assert.doesNotMatch(blocked.text, /Lock 2024\/25 Q1/)
  await agreeTo(site.db, site.director, { ...looked, step: 'sign-off' })
  await agreeTo(site.db, site.assurer, { ...looked, step: 'assurance' })
  const { text } = await assurer.get(lock)
  assert.match(text, /Missing: 4 .*1 assured figure becomes the council’s/)
  const silent = await assurer.send(lock, {})
  assert.equal(silent.status, 400)
  assert.match(silent.text, /There is a problem Say why the quarter is locked without what is missing/)
  const locked = await assurer.send(lock, { gapsReason: 'The new system begins in July' })
  assert.equal(locked.location, `/cycles/${slug}?done=locked`)
  const board = await assurer.get(locked.location)
  assert.match(board.text, /1 of 5 assured/)
  assert.match(
    board.text,
    /Locked by business-intelligence 4 on .*Why figures are missing: The new system begins in July/,
  )
  assert.match(board.body, new RegExp(`href="/reports\\?period=${slug}"`))
  assert.match((await assurer.get(lock)).text, /Locked by business-intelligence 4/)
})

test('only Performance and Business Intelligence locks', async (t) => {
  const site = await cycleSite(t)
  const { status } = await site.browserFor(site.director).get(lock)
  assert.equal(status, 403)
})
