import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict, Forbidden, NotFound } from '#src/access/refusals.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { revenueMonthFacts } from './month-facts.ts'
import { recordRevenuePosition } from './record-position.ts'
import { proposeRemedialAction, takeRemedialStep } from './record-remedial.ts'

const june = { financialYear: '2024-25', month: '2024-06' }
const million = 100_000_000n
const line = (service: string, budget: bigint, forecast: bigint) => ({
  service,
  budget,
  forecast,
  source: 'p. 2',
})
const release = {
  ...june,
  kind: 'provision-release',
  title: 'Release of a provision',
  service: null,
  value: million,
  dueAfterMonth: null,
  source: 'p. 3',
} as const
const approval = {
  financialYear: '2024-25',
  number: 1,
  seen: 0,
  step: 'approved',
  onDay: '2024-07-25',
  decidedBy: 'Cabinet',
  inForecastFrom: null,
  words: null,
} as const

async function council(t: Parameters<typeof smallCouncil>[0]) {
  const small = await smallCouncil(t)
  const { database, keeper } = small
  await recordOrganisation(database.db, keeper, organisation)
  const lines = [line('adults', 10n * million, 14n * million), line('parks', million, million)]
  const position = { ...june, lines, pressures: [], controlTotals: [] }
  await recordRevenuePosition(database.db, keeper, position)
  const facts = (month = '2024-06') =>
    small.reading((db) => revenueMonthFacts(db, { financialYear: '2024-25', month }))
  return { ...small, db: database.db, position, facts }
}

test('a proposal lowers no forecast until its approval is recorded, with who and when', async (t) => {
  const { db, keeper, facts, events } = await council(t)
  await proposeRemedialAction(db, keeper, release)
  assert.equal((await facts()).balance.afterApproved, 4n * million)
  await takeRemedialStep(db, keeper, approval)
  const { balance } = await facts()
  assert.equal(balance.afterApproved, 3n * million)
  const [approved] = balance.running[0]?.action.steps ?? []
  assert.deepEqual([approved?.decidedBy, approved?.onDay], ['Cabinet', '2024-07-25'])
  assert.deepEqual((await events()).slice(-2), [
    'remedial-action.proposed remedial-action/2024-25/1',
    'remedial-action.step-taken remedial-action/2024-25/1',
  ])
})

test('a plan for Members is due when an overspend remains after July, and what is in that forecast counts once', async (t) => {
  const { db, keeper, position, facts } = await council(t)
  await proposeRemedialAction(db, keeper, release)
  await takeRemedialStep(db, keeper, approval)
  await takeRemedialStep(db, keeper, {
    ...approval,
    seen: 1,
    step: 'in-forecast',
    decidedBy: null,
    inForecastFrom: '2024-07',
  })
  const july = [line('adults', 10n * million, 13n * million), line('parks', million, million)]
  await recordRevenuePosition(db, keeper, { ...position, month: '2024-07', lines: july })
  assert.equal((await facts()).plan.isDue, false)
  const { balance, plan } = await facts('2024-07')
  assert.equal(balance.afterApproved, 3n * million)
  assert.match(plan.says, /£3\.000m remains at the end of July 2024 after what is approved: the plan is due/)
})

test('whoever acts on an action that has moved on is told, and nothing is recorded twice', async (t) => {
  const { db, keeper, as, facts } = await council(t)
  await proposeRemedialAction(db, keeper, release)
  await takeRemedialStep(db, keeper, approval)
  await assert.rejects(takeRemedialStep(db, keeper, approval), Conflict)
  await assert.rejects(takeRemedialStep(db, keeper, { ...approval, seen: 1 }), /approved already/)
  await assert.rejects(takeRemedialStep(db, as('councillor'), { ...approval, seen: 1 }), Forbidden)
  assert.equal((await facts()).balance.running[0]?.action.steps.length, 1)
})

test('an action of a service that does not exist is refused', async (t) => {
  const { db, keeper } = await council(t)
  await assert.rejects(proposeRemedialAction(db, keeper, { ...release, service: 'nobody' }), NotFound)
})
