import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NotFound } from '#src/access/refusals.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import { plans } from '#src/planning/queries.ts'
import { seftonApp } from '#test/support/app.ts'
import { seftonActor } from '#test/support/sefton.ts'
import { browserOf, type Visitor } from '#test/support/visitor.ts'
import { recordPlanStage } from '../plan-commands.ts'
import { planApprovals, planStages } from '../plan-records.ts'
import { datedItems } from '../sources.ts'
import { fourYearsView } from './four-years-view.ts'

const { app, database, get } = await seftonApp({ after })
const { db } = database
const keeper = seftonActor('business-intelligence')
const reading = <T>(work: Parameters<typeof inAuthority<T>>[2]) => inAuthority(db, sefton.id, work)
const code = 'corporate-plan-2024-2027'

const viewOn = async (today: string) =>
  fourYearsView({
    plans: await reading(plans),
    stages: await reading(planStages),
    approvals: await reading(planApprovals),
    today,
    asked: code,
    path: '/calendar/four-years',
    mayKeep: false,
    notice: null,
  })

/** A keeper in the demonstration's browser. */
function keeping(): Visitor {
  const browser = browserOf(app)
  const as = { 'x-test-role': 'business-intelligence' }
  return {
    ...browser,
    send: async (url, typed, action = url) => {
      const { body } = await browser.get(url, as)
      const of = (name: string) =>
        new RegExp(`name="${name}" value="([^"]*)"`).exec(body.split('class="gt-form"')[1] ?? '')?.[1] ?? ''
      return browser.post(action, { token: of('token'), once: of('once'), ...typed }, as)
    },
  }
}

test('the four years of the corporate plan: agreed before it, three annual rounds, a transition plan', async () => {
  const { lead, rows } = await viewOn('2026-11-22')
  assert.equal(
    lead,
    'Now: 2026/27, the third of the four years of Corporate Plan 2024 to 2027: annual service plans, round 3 of 3.',
  )
  assert.deepEqual(
    rows.map(({ when, isNow }) => [when, isNow]),
    [
      ['by 31 March 2024', false],
      ['2024/25', false],
      ['2025/26', false],
      ['2026/27', true],
      ['2027/28', false],
    ],
  )
  assert.match(
    (await viewOn('2027-06-01')).lead,
    /fourth of the four years .+ the year of the transition plan/,
  )
  assert.match((await viewOn('2029-06-01')).lead, /are over/)
})

test('for Sefton no approval is recorded, and the page says so rather than inventing one', async () => {
  const { text } = await get('/calendar/four-years')
  assert.match(text, /No approval is recorded/)
  assert.match(text, /papers do not say in which year a cycle began/)
  assert.doesNotMatch(text, /Record an approval/)
})

test('a keeper records a stage with who, when and a note; corrected, the later record counts and both stay', async () => {
  const browser = keeping()
  const address = '/calendar/four-years/stages/new'
  const typed = {
    plan: code,
    year: '2024',
    stage: 'review',
    on: '14 11 2024',
    by: 'Strategic Performance Group',
    note: 'Two outcomes without a measure',
  }
  const recorded = await browser.send(address, typed)
  assert.equal(recorded.location, `/calendar/four-years?plan=${code}&done=stage`)
  await browser.send(address, { ...typed, on: '21 11 2024' })
  const { rows, records } = await viewOn('2026-11-22')
  assert.equal(rows[1]?.cells[3]?.on, '21 November 2024')
  assert.deepEqual(
    records.map(({ title, on, doneBy }) => [title, on, doneBy]),
    [
      ['Review, 2024/25', '21 November 2024', 'Strategic Performance Group'],
      ['Review, 2024/25', '14 November 2024', 'Strategic Performance Group'],
    ],
  )
  assert.match((await get(`/calendar/four-years?plan=${code}`)).text, /Two outcomes without a measure/)
})

test('what is wrong is said beside its field, and what was typed stays', async () => {
  const wrong = await keeping().send('/calendar/four-years/stages/new', {
    plan: code,
    year: '2024',
    stage: '',
    on: '1 1 2999',
    by: '',
    note: 'kept words',
  })
  assert.equal(wrong.status, 400)
  for (const words of [
    /Choose which stage/,
    /must not be to come/,
    /Enter the post or the forum/,
    /kept words/,
  ])
    assert.match(wrong.text, words)
  const odd = { plan: code, year: '2031', stage: 'plan', on: '1 1 2024', by: 'Cabinet', note: '' }
  const refused = await keeping().send('/calendar/four-years/stages/new', odd)
  assert.equal(refused.status, 400)
  assert.match(refused.text, /Choose a year of this plan/)
})

test('an approval by Full Council is recorded with its minute and source, and stands in the calendar on its day', async () => {
  const address = '/calendar/four-years/approvals/new'
  const typed = {
    plan: 'corporate-plan-2023-2026',
    by: 'Full Council',
    on: '2 3 2023',
    minute: '',
    source: '',
    note: '',
  }
  const wrong = await keeping().send(address, typed)
  assert.match(wrong.text, /Enter where it is written down/)
  const done = await keeping().send(address, { ...typed, minute: '87', source: 'Minutes of the test' })
  assert.equal(done.status, 303)
  const { text } = await get('/calendar/four-years?plan=corporate-plan-2023-2026')
  assert.match(text, /Full Council, 2 March 2023 Minute 87\. Source: Minutes of the test/)
  const march = { start: '2023-03-01', end: '2023-04-01' }
  const items = await reading((db) => datedItems(db, keeper, march, []))
  const found = items.find(({ title }) => title.startsWith('Approved by Full Council'))
  assert.deepEqual([found?.when.start, found?.roles], ['2023-03-02', ['full-council']])
})

test('a plan that is not there is not found, and two records at one moment both count', async () => {
  const stage = { yearStart: 2025, stage: 'do', doneOn: '2025-06-01', doneBy: 'Cabinet', note: null } as const
  await assert.rejects(recordPlanStage(db, keeper, { ...stage, plan: 'no-such-plan' }), NotFound)
  await Promise.all([1, 2].map(() => recordPlanStage(db, keeper, { ...stage, plan: code })))
  const numbers = (await reading(planStages))
    .filter((record) => record.stage === 'do')
    .map(({ number }) => number)
  assert.deepEqual(numbers.toSorted(), [1, 2])
})
