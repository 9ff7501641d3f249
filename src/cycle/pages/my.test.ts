import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slug } from '#test/support/cycle-council.ts'
import { servedCycle } from '#test/support/served-cycle.ts'
import { agreeTo, sendBack } from '../decide.ts'

test('an officer is told what they owe, by when, and that it does not take long', async (t) => {
  const { visiting, officer } = await servedCycle(t)
  const { text, body } = await visiting(officer).get('/my')
  assert.match(text, /You owe 3 answers by Monday 13 July 2099\. It takes about 2 minutes each\./)
  assert.match(text, /Due Monday 13 July 2099|due Monday 13 July 2099/)
  assert.match(body, new RegExp(`href="/cycles/${slug}/answers/m-1"`))
  assert.doesNotMatch(body, /answers\/m-4/)
})

test('what was sent back comes first, with who sent it and why', async (t) => {
  const { visiting, officer, manager, db, answer } = await servedCycle(t)
  await answer('m-3', { value: '12' })
  const reason = 'Say why it rose'
  await sendBack(db, manager, { quarter: slug, step: 'confirmation', measure: 'm-3', number: 1, reason })
  const { text } = await visiting(officer).get('/my')
  assert.match(
    text,
    /sent back, due Monday 13 July 2099 Measure m-3 service-manager 2: ‘Say why it rose’.*Measure m-1/,
  )
})

test('what is given fades to the end of the list, with where it has got to', async (t) => {
  const { visiting, officer, manager, db, answer } = await servedCycle(t)
  await answer('m-1', { numerator: '211', denominator: '245' })
  await answer('m-2', { value: '14' })
  await agreeTo(db, manager, {
    quarter: slug,
    step: 'confirmation',
    answers: [{ measure: 'm-1', number: 1 }],
  })
  const { text } = await visiting(officer).get('/my')
  assert.match(text, /You owe 1 answer by Monday/)
  assert.match(
    text,
    /Done Confirmed; waits for sign-off Measure m-1 86\.1% Given; waits for confirmation Measure m-2 14/,
  )
})

test('who owes nothing is told so, and when something will be due next', async (t) => {
  const { visiting, officer, answer } = await servedCycle(t)
  for (const code of ['m-1', 'm-2', 'm-3']) await answer(code, { value: '12' })
  const { text } = await visiting(officer).get('/my')
  assert.match(
    text,
    /You owe nothing: all your answers are in\. Thank you\. The next figures, those of 20\d\d\/\d\d Q\d,/,
  )
})

test('whoever agrees to answers is led to those that wait for them, but not to their own', async (t) => {
  const { visiting, manager, answer } = await servedCycle(t)
  await answer('m-1', { value: '80' })
  await answer('m-2', { value: '12' }, { by: manager })
  const { text, body } = await visiting(manager).get('/my')
  assert.match(text, /1 answer waits for your confirmation/)
  assert.match(body, new RegExp(`href="/cycles/${slug}/confirmation"`))
})

test('a visitor of the demonstration looks at one unit at a time, the one with most to answer first', async (t) => {
  const { visiting, as } = await servedCycle(t)
  const visitor = visiting(as('frontline'))
  const first = await visitor.get('/my')
  assert.match(first.text, /You owe 3 answers/)
  assert.match(first.text, /Housing: 3 to answer Waste: 2 to answer/)
  const waste = await visitor.get('/my?unit=service:waste')
  assert.match(waste.text, /You owe 2 answers/)
  assert.match(waste.body, /answers\/m-4/)
  assert.doesNotMatch(waste.body, /answers\/m-1/)
})

test('a keeper is told how much is in, and chooses a unit rather than being shown every row', async (t) => {
  const { visiting, keeper } = await servedCycle(t)
  const { text, body } = await visiting(keeper).get('/my')
  assert.match(text, /0 of 5 answers are in/)
  assert.match(body, new RegExp(`href="/cycles/${slug}">Completion board for 2024/25 Q1<`))
  assert.doesNotMatch(body, /answers\/m-1/)
})

test('somebody of whom nothing is asked is told who answers', async (t) => {
  const { visiting, as } = await servedCycle(t)
  const { status, text } = await visiting(as('councillor')).get('/my')
  assert.equal(status, 200)
  assert.match(text, /You are asked for no figures\. Councillor may not answer for a measure/)
  assert.equal((await visiting(as('resident')).get('/my')).status, 403)
})
