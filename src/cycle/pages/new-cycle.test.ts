import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cycleSite } from '#test/support/cycle-site.ts'

test('a cycle opens on the days that are proposed, after a look at whom it asks', async (t) => {
  const site = await cycleSite(t)
  site.setToday('2024-12-02')
  const browser = site.browserFor(site.keeper)
  const page = await browser.get('/cycles/new?quarter=2024-25-q2')
  assert.match(page.text, /2024\/25 Q2 \(July to September 2024\)/)
  assert.match(page.body, /value="14 10 2024"/)
  const onwards = await browser.send(
    '/cycles/new?quarter=2024-25-q2',
    { assurance: '1 11 2024' },
    '/cycles/new/check',
  )
  assert.equal(onwards.status, 303)
  const check = await browser.get(onwards.location)
  assert.match(check.text, /5 requests will be made/)
  assert.match(check.text, /Place: 5 Housing 3 Waste 2/)
  assert.match(check.text, /1 November 2024/)
  const before = (await site.events()).length
  const opened = await browser.send(onwards.location, {}, '/cycles')
  assert.equal(opened.location, '/cycles/2024-25-q2?done=opened')
  assert.equal((await site.events()).length, before + 1)
  assert.match((await browser.get(opened.location)).text, /0 of 5 answered/)
  assert.match((await browser.get('/cycles')).text, /2024\/25 Q2 .* 2024\/25 Q1/)
})

test('days that are none, or run backwards, are told beside their field, and nothing is lost', async (t) => {
  const site = await cycleSite(t)
  site.setToday('2024-12-02')
  const browser = site.browserFor(site.keeper)
  const none = await browser.send(
    '/cycles/new?quarter=2024-25-q2',
    { entry: '31 9 2024' },
    '/cycles/new/check',
  )
  assert.equal(none.status, 400)
  assert.match(none.text, /There is a problem Enter a day/)
  assert.match(none.body, /value="31 9 2024"/)
  const backwards = await browser.send(
    '/cycles/new?quarter=2024-25-q2',
    { signOff: '1 10 2024' },
    '/cycles/new/check',
  )
  assert.match(backwards.text, /There is a problem Each step must be due on or after the one before it/)
  assert.match(backwards.body, /href="#signOff"/)
})

test('who may not open a cycle is told who may', async (t) => {
  const site = await cycleSite(t)
  const { status, text } = await site.browserFor(site.manager).get('/cycles/new')
  assert.equal(status, 403)
  assert.match(text, /may not open a reporting cycle\. This is done by/)
})
