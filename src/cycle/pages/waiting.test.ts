import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreeTo } from '#src/cycle/decide.ts'
import { slug } from '#test/support/cycle-council.ts'
import { type CycleSite, cycleSite } from '#test/support/cycle-site.ts'

const at = (step: string) => `/cycles/${slug}/${step}`
const answers = (...codes: string[]) => codes.map((measure) => ({ measure, number: 1 }))

async function answered(site: CycleSite): Promise<void> {
  await site.answer('m-1', { value: '80.5', whatHappened: 'More was done. And then some.' })
  await site.answer('m-2', { value: '12' })
  await site.answer('m-3', { cannotSupply: 'The count begins in July.', whatHappened: '' })
}

test('the unremarkable stands in one list with none ticked, the rest below with why', async (t) => {
  const site = await cycleSite(t)
  await answered(site)
  const { text, body } = await site.browserFor(site.manager).get(at('confirmation'))
  assert.match(text, /Nothing remarkable: 2/)
  assert.match(text, /Measure m-1 .* 80\.5% .* More was done\. frontline 1/)
  assert.doesNotMatch(text, /And then some/)
  assert.match(text, /To be looked at one by one: 1 .*Measure m-3 .*Could not be supplied/)
  assert.doesNotMatch(body, /type="checkbox"[^>]* checked/)
})

test('one button agrees to what is ticked, and another to all that is shown; each posting is one event', async (t) => {
  const site = await cycleSite(t)
  await answered(site)
  const manager = site.browserFor(site.manager)
  const before = (await site.events()).length
  const one = await manager.send(at('confirmation'), { answer: 'm-2:1' }, at('confirmations'))
  assert.deepEqual([one.status, one.location], [303, `${at('confirmation')}?done=agreed&of=1`])
  assert.match((await manager.get(one.location)).text, /1 figure is confirmed/)
  const fields = await manager.fields(at('confirmation'), at('confirmations'))
  const { answer: _, ...all } = fields
  const both = await manager.post(at('confirmations'), { ...all, all: 'yes' })
  assert.match(both.location, /done=agreed&of=1$/)
  assert.equal((await site.events()).length, before + 2)
  assert.deepEqual(
    [(await site.request('m-1')).state, (await site.request('m-3')).state],
    ['confirmed', 'given'],
  )
})

test('nothing ticked is asked about, and what was answered anew meanwhile is shown as it is now', async (t) => {
  const site = await cycleSite(t)
  await answered(site)
  const manager = site.browserFor(site.manager)
  const { answer: _, ...fields } = await manager.fields(at('confirmation'), at('confirmations'))
  const none = await manager.post(at('confirmations'), fields)
  assert.equal(none.status, 400)
  assert.match(none.text, /There is a problem Tick at least one answer to confirm/)
  await site.answer('m-2', { value: '15' }, { seen: 1 })
  const { answer: __, ...again } = fields
  const stale = await manager.post(at('confirmations'), { ...again, answer: 'm-2:1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /The answer for m-2 has changed since you looked: frontline 1 gave a new one/)
  assert.match(stale.text, /Measure m-2 .* 15 /)
  assert.equal((await site.request('m-2')).state, 'given')
})

test('one’s own figure, and what others must agree to first, are told with whom to ask', async (t) => {
  const site = await cycleSite(t)
  await site.answer('m-1', { value: '80' }, { by: site.manager })
  await site.answer('m-2', { value: '12' })
  const { text } = await site.browserFor(site.manager).get(at('confirmation'))
  assert.match(text, /Measure m-1 : You gave this figure yourself\. Confirmation is for somebody else/)
  assert.match(text, /1 figure of your units has not come this far/)
  const director = await site.browserFor(site.director).get(at('sign-off'))
  assert.match(director.text, /Nothing waits for you at this step/)
  assert.match(director.text, /5 figures of your units have not come this far/)
  const elsewhere = site.holder(9, 'service-manager', { kind: 'service', code: 'waste' })
  assert.match(
    (await site.browserFor(elsewhere).get(at('confirmation'))).text,
    /Housing: 2, where you do not hold the role/,
  )
})

test('an assurance is kept with what was checked', async (t) => {
  const site = await cycleSite(t)
  await answered(site)
  const both = answers('m-1', 'm-2')
  await agreeTo(site.db, site.manager, { quarter: slug, step: 'confirmation', answers: both })
  await agreeTo(site.db, site.director, { quarter: slug, step: 'sign-off', answers: both })
  const assurer = site.browserFor(site.assurer)
  const { checked: _, answer: __, ...fields } = await assurer.fields(at('assurance'), at('assurances'))
  const unchecked = await assurer.post(at('assurances'), { ...fields, answer: 'm-1:1' })
  assert.equal(unchecked.status, 400)
  assert.match(unchecked.text, /There is a problem Tick what you have checked/)
  assert.match(unchecked.body, /value="m-1:1" id="answer-m-1" checked/)
  const fresh = await assurer.fields(at('assurance'), at('assurances'))
  const done = await assurer.post(at('assurances'), { ...fresh, answer: 'm-1:1', checked: 'period' })
  assert.equal(done.status, 303)
  const { state, decisions } = await site.request('m-1')
  assert.deepEqual([state, decisions.at(-1)?.reason], ['assured', 'Checked: for the right period.'])
})

test('a step is for those whose role takes it', async (t) => {
  const site = await cycleSite(t)
  const { status, text } = await site.browserFor(site.officer).get(at('sign-off'))
  assert.equal(status, 403)
  assert.match(text, /may not sign off figures\. This is done by/)
})
