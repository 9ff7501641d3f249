import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreeTo } from '#src/cycle/decide.ts'
import { slug } from '#test/support/cycle-council.ts'
import { cycleSite } from '#test/support/cycle-site.ts'

const one = `/cycles/${slug}/review/m-1`
const posted = `/cycles/${slug}/confirmations/m-1`

test('one answer is shown with its words, its evidence and what was asked about it and kept', async (t) => {
  const site = await cycleSite(t)
  await site.answer(
    'm-2',
    {
      value: '12.5',
      whatWeDo: 'We count again.',
      evidence: [{ kind: 'survey', says: 'Two in three agree.', source: 'Tenants’ survey' }],
    },
    { acceptWarnings: true },
  )
  const { text } = await site.browserFor(site.manager).get(`/cycles/${slug}/review/m-2?step=confirmation`)
  assert.match(text, /Why it is to be looked at by itself A number of things is not whole/)
  assert.match(
    text,
    /What is being done We count again\. Evidence: survey Two in three agree\. Source: Tenants’ survey/,
  )
  assert.match(text, /Asked about when it was given, and kept/)
  assert.match(text, /There is no earlier figure to compare with/)
  assert.match(text, /Is this right, and do the words say why\?/)
})

test('sending back needs a reason, which the officer reads; agreeing with a reason written is asked about', async (t) => {
  const site = await cycleSite(t)
  await site.answer('m-1', { value: '80' })
  const manager = site.browserFor(site.manager)
  const silent = await manager.send(one, { decision: 'sent-back' }, posted)
  assert.equal(silent.status, 400)
  assert.match(silent.text, /There is a problem Say what is to be put right/)
  assert.match(silent.body, /href="#reason"/)
  const slip = await manager.send(one, { decision: 'agreed', reason: 'May is missing' }, posted)
  assert.equal(slip.status, 400)
  assert.match(slip.text, /You wrote what is to be put right and pressed ‘Confirm’/)
  assert.match(slip.text, /May is missing/)
  const back = await manager.send(one, { decision: 'sent-back', reason: 'May is missing' }, posted)
  assert.equal(back.location, `/cycles/${slug}/confirmation?done=sent-back`)
  const { state, decisions } = await site.request('m-1')
  assert.deepEqual([state, decisions.at(-1)?.reason], ['sent-back', 'May is missing'])
  assert.match((await manager.get(one)).text, /sent it back at confirmation May is missing/)
})

test('an answer that was changed meanwhile is shown anew, and only then agreed to', async (t) => {
  const site = await cycleSite(t)
  await site.answer('m-1', { value: '80' })
  const manager = site.browserFor(site.manager)
  const fields = await manager.fields(one, posted)
  await site.answer('m-1', { value: '81.5' }, { seen: 1 })
  const stale = await manager.post(posted, { ...fields, decision: 'agreed' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /has changed since you looked: frontline 1 gave a new one/)
  assert.match(stale.text, /81\.5%/)
  assert.match(stale.body, /name="seen" value="2"/)
  const now = await manager.send(one, { decision: 'agreed' }, posted)
  assert.equal(now.location, `/cycles/${slug}/confirmation?done=agreed&of=1`)
})

test('the same posting sent twice counts once', async (t) => {
  const site = await cycleSite(t)
  await site.answer('m-1', { value: '80' })
  const manager = site.browserFor(site.manager)
  const fields = { ...(await manager.fields(one, posted)), decision: 'agreed' }
  const answers = await Promise.all([manager.post(posted, fields), manager.post(posted, fields)])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await site.request('m-1')).decisions.length, 1)
})

test('a councillor reads where it stands, and the figure only once it is assured', async (t) => {
  const site = await cycleSite(t)
  await site.answer('m-1', { value: '80.5' })
  const councillor = site.browserFor(site.holder(7, 'councillor'))
  const draft = await councillor.get(one)
  assert.match(
    draft.text,
    /Waiting for confirmation .*A draft until Performance and Business Intelligence has assured it/,
  )
  assert.doesNotMatch(draft.text, /80\.5|As planned|Send it back/)
  const looked = { quarter: slug, answers: [{ measure: 'm-1', number: 1 }] }
  await agreeTo(site.db, site.manager, { ...looked, step: 'confirmation' })
  await agreeTo(site.db, site.director, { ...looked, step: 'sign-off' })
  await agreeTo(site.db, site.assurer, { ...looked, step: 'assurance', checked: ['definition'] })
  const { text } = await councillor.get(one)
  assert.match(text, /80\.5%/)
  assert.match(text, /business-intelligence 4 assured it Checked: made as the definition says/)
})

test('a measure that is not asked for is not found', async (t) => {
  const site = await cycleSite(t)
  const { status, text } = await site.browserFor(site.manager).get(`/cycles/${slug}/review/m-9`)
  assert.equal(status, 404)
  assert.match(text, /Nothing is asked for m-9 in this cycle/)
})
