import assert from 'node:assert/strict'
import { test } from 'node:test'
import { financialQuarter } from '#src/domain/period.ts'
import { due, slug } from '#test/support/cycle-council.ts'
import { servedCycle } from '#test/support/served-cycle.ts'
import { agreeTo, sendBack } from '../decide.ts'
import { lockQuarter } from '../lock-quarter.ts'
import { openCycle } from '../open-cycle.ts'
import { plainNumber } from './answer-fields.ts'

const address = (code: string) => `/cycles/${slug}/answers/${code}`

test('an officer gives a figure by its two parts, and is led to what they owe next', async (t) => {
  const { visiting, officer, request } = await servedCycle(t)
  const browser = visiting(officer)
  const typed = { numerator: '1,211', denominator: '1,445', whatHappened: 'More was collected.' }
  const { status, location } = await browser.send(address('m-1'), typed)
  assert.deepEqual([status, location], [303, '/my?answered=m-1'])
  const { answer, state } = await request('m-1')
  assert.deepEqual([state, answer?.value, answer?.given.numerator], ['given', '83.806228', '1211'])
  const { text, body } = await browser.get(location)
  assert.match(text, /Your answer for ‘Measure m-1’ is in, and waits for confirmation\. Next: Measure m-2/)
  assert.match(body, new RegExp(`href="${address('m-2')}"`))
})

test('what is wrong stands at its field and above, and everything typed is kept', async (t) => {
  const { visiting, officer } = await servedCycle(t)
  const typed = {
    value: 'about 80',
    whatHappened: '',
    whatWeDo: 'Recruiting <two> posts',
    says2: 'Half are content',
  }
  const { status, text, body } = await visiting(officer).send(address('m-2'), typed)
  assert.equal(status, 400)
  assert.match(text, /There is a problem/)
  assert.match(text, /‘about 80’ is not a number/)
  assert.match(text, /Say what happened and why/)
  for (const field of ['value', 'whatHappened', 'kind2', 'source2'])
    assert.match(body, new RegExp(`href="#${field}"`), field)
  assert.match(body, /value="about 80"/)
  assert.match(body, /Recruiting &lt;two&gt; posts/)
})

test('a figure unlike its neighbours is asked about, and kept when somebody says that it is right', async (t) => {
  const { visiting, officer, request } = await servedCycle(t)
  const browser = visiting(officer)
  const odd = { value: '12.5', whatHappened: 'As planned.', whenRight: 'In March' }
  const asked = await browser.send(address('m-2'), odd)
  assert.equal(asked.status, 400)
  assert.match(asked.text, /Please look again A number of things is not whole\. Whoever confirms it/)
  assert.match(asked.body, /In March/)
  assert.match(asked.body, /name="sure" type="checkbox" value="12\.5\/\/"/)
  const other = await browser.send(address('m-2'), { ...odd, value: '13.5', sure: '12.5//' })
  assert.equal(other.status, 400, 'what was said of one figure is not said of another')
  const kept = await browser.send(address('m-2'), { ...odd, sure: '12.5//' })
  assert.equal(kept.status, 303)
  assert.deepEqual((await request('m-2')).answer?.doubts, ['A number of things is not whole.'])
})

test('when somebody else answered meanwhile both answers are shown, and mine replaces theirs only when I say so', async (t) => {
  const { visiting, officer, holder, request, answer } = await servedCycle(t)
  const browser = visiting(officer)
  const mine = {
    ...(await browser.fields(address('m-3'), address('m-3'))),
    value: '14',
    whatHappened: 'Mine.',
  }
  const colleague = holder(9, 'frontline', { kind: 'service', code: 'housing' })
  await answer('m-3', { value: '12', whatHappened: 'Theirs.' }, { by: colleague })
  const both = await browser.post(address('m-3'), mine)
  assert.equal(both.status, 400)
  assert.match(both.text, /frontline 9 answered while you were writing/)
  assert.match(both.text, /Question Yours Theirs, given by frontline 9/)
  assert.match(both.text, /Figure 14 12\.0% What happened, and why\? Mine\. Theirs\./)
  const again = { ...mine, ...(await browser.fields(address('m-3'), address('m-3'))), seen: '0' }
  assert.equal((await browser.post(address('m-3'), { ...again, value: '14' })).status, 400)
  const fresh = await browser.fields(address('m-3'), address('m-3'))
  const replaced = await browser.post(address('m-3'), { ...mine, once: fresh.once ?? '', replace: '1' })
  assert.equal(replaced.status, 303)
  assert.deepEqual([(await request('m-3')).answer?.number, (await request('m-3')).answer?.value], [2, '14'])
})

test('what cannot be supplied is said with its reason', async (t) => {
  const { visiting, officer, request } = await servedCycle(t)
  const { status } = await visiting(officer).send(address('m-1'), {
    cannotSupply: 'The system changed in May.',
  })
  assert.equal(status, 303)
  assert.equal((await request('m-1')).answer?.given.cannotSupply, 'The system changed in May.')
})

test('an answer that was sent back says why, is corrected in place, and its history is kept', async (t) => {
  const { visiting, officer, manager, db, answer } = await servedCycle(t)
  await answer('m-1', { value: '80', evidence: [{ kind: 'survey', says: 'Two in three', source: 'Survey' }] })
  await sendBack(db, manager, {
    quarter: slug,
    step: 'confirmation',
    measure: 'm-1',
    number: 1,
    reason: 'Count May too',
  })
  const browser = visiting(officer)
  const { text, body } = await browser.get(address('m-1'))
  assert.match(text, /Sent back by service-manager 2, .*‘Count May too’/)
  assert.match(body, /value="Survey"/)
  const { status } = await browser.send(address('m-1'), {
    value: '81',
    whatHappened: 'With May.',
    kind1: 'survey',
    says1: 'Two in three',
  })
  assert.equal(status, 303)
  const { text: after } = await browser.get(address('m-1'))
  assert.match(
    after,
    /History of this answer Given again by frontline 1.*Sent back by service-manager 2.*Given by frontline 1.*What it said.*80\.0%/,
  )
})

test('a draft is read by those who answer or agree, and others read only how far it has come', async (t) => {
  const { visiting, officer, manager, holder, as, answer } = await servedCycle(t)
  const evidence = [{ kind: 'survey', says: 'Two in three', source: 'Residents’ survey' }]
  await answer('m-1', { numerator: '211', denominator: '245', evidence })
  for (const reader of [officer, manager, as('business-intelligence')]) {
    const { text } = await visiting(reader).get(address('m-1'))
    assert.match(text, /As planned\./, reader.name)
    assert.match(text, /Two in three/, reader.name)
  }
  for (const reader of [as('councillor'), holder(9, 'service-manager', { kind: 'service', code: 'waste' })]) {
    const { status, text, body } = await visiting(reader).get(address('m-1'))
    assert.equal(status, 200)
    assert.match(text, /Given; waits for confirmation/, reader.name)
    assert.match(text, /A draft until Performance and Business Intelligence has assured it/, reader.name)
    assert.doesNotMatch(body, /86\.1|\b211\b|\b245\b|As planned|Two in three|survey|History of this answer/)
    assert.doesNotMatch(body, /Give this answer/)
  }
  const posted = await visiting(as('councillor')).post(address('m-1'), { value: '1' })
  assert.equal(posted.status, 403)
})

test('why a draft was sent back is for those who may read the draft', async (t) => {
  const { visiting, manager, as, db, answer } = await servedCycle(t)
  await answer('m-1', { value: '80' })
  const reason = '80 leaves out May'
  await sendBack(db, manager, { quarter: slug, step: 'confirmation', measure: 'm-1', number: 1, reason })
  const { text } = await visiting(as('councillor')).get(address('m-1'))
  assert.match(text, /Sent back/)
  assert.doesNotMatch(text, /leaves out May/)
})

test('an assured answer is read by everybody of the council', async (t) => {
  const { visiting, manager, director, assurer, as, db, answer } = await servedCycle(t)
  await answer('m-1', { numerator: '211', denominator: '245' })
  const answers = [{ measure: 'm-1', number: 1 }]
  await agreeTo(db, manager, { quarter: slug, step: 'confirmation', answers })
  await agreeTo(db, director, { quarter: slug, step: 'sign-off', answers })
  await agreeTo(db, assurer, { quarter: slug, step: 'assurance', answers })
  const { text } = await visiting(as('councillor')).get(address('m-1'))
  assert.match(text, /Figure 86\.1% \(211 out of 245\) What happened, and why\? As planned\./)
  assert.match(text, /Councillor may not answer for a measure/)
})

test('what was said in an earlier cycle and never assured is no help to those who may not read it', async (t) => {
  const { visiting, officer, keeper, as, db, answer } = await servedCycle(t)
  await answer('m-1', { value: '80', whatHappened: 'Two crews were ill.' })
  await openCycle(db, keeper, { quarter: financialQuarter(2024, 2), due })
  const next = '/cycles/2024-25-q2/answers/m-1'
  assert.match((await visiting(officer).get(next)).text, /Said for 2024\/25 Q1 .*Two crews were ill\./)
  const { status, text } = await visiting(as('councillor')).get(next)
  assert.equal(status, 200)
  assert.doesNotMatch(text, /Two crews were ill/)
})

test('the answer to a locked quarter can be read, and leads to its correction', async (t) => {
  const { visiting, officer, assurer, db } = await servedCycle(t)
  await lockQuarter(db, assurer, { quarter: slug, gapsReason: 'A new system' })
  const { text, body } = await visiting(officer).get(address('m-1'))
  assert.match(text, /was locked by business-intelligence 4/)
  assert.match(body, /href="\/measures\/m-1\/correct"/)
  assert.doesNotMatch(body, /Give this answer/)
})

test('numbers are taken as people write them, and doubtful ones left as they are', () => {
  const read = {
    '1,234': '1234',
    '12 345.5': '12345.5',
    '84.8%': '84.8',
    '84.8 %': '84.8',
    '£1,200': '1200',
    '−3': '-3',
  }
  for (const [written, meant] of Object.entries(read)) assert.equal(plainNumber(written), meant)
  for (const left of ['84,8', '1,23', 'about 5', '']) assert.equal(plainNumber(left), left)
})
