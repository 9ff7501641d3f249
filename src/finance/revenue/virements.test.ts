import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { revenueMonitor } from './queries.ts'
import { recordRevenuePosition } from './record-position.ts'
import { keepVirement, recordVirement } from './record-virement.ts'
import { virementsOf } from './virements.ts'

const million = 100_000_000n
const virement = {
  financialYear: '2024-25',
  purpose: 'Grounds kept by the service itself',
  route: 'Cabinet',
  approvedWhen: '2024-07',
  inBudgetFrom: '2024-07',
  lines: [
    { service: 'adults', subjective: '', amount: -million },
    { service: 'parks', subjective: 'staffing', amount: million },
  ],
  source: 'p. 4',
}
const position = (month: string, adults: bigint, parks: bigint) => ({
  financialYear: '2024-25',
  month,
  lines: [
    { service: 'adults', budget: adults * million, forecast: adults * million, source: 'p. 2' },
    { service: 'parks', budget: parks * million, forecast: parks * million, source: 'p. 2' },
  ],
  pressures: [],
  controlTotals: [],
})

async function council(t: Parameters<typeof smallCouncil>[0]) {
  const small = await smallCouncil(t)
  const { db } = small.database
  await recordOrganisation(db, small.keeper, organisation)
  await recordRevenuePosition(db, small.keeper, position('2024-06', 10n, 2n))
  return { ...small, db }
}

test('a later month may have the budgets that a virement makes, and the council’s total is as it was', async (t) => {
  const { db, keeper, reading } = await council(t)
  const july = position('2024-07', 9n, 3n)
  await assert.rejects(recordRevenuePosition(db, keeper, july), /two budgets for the year/)
  assert.equal(await recordVirement(db, keeper, virement), 1)
  await recordRevenuePosition(db, keeper, july)
  const totals = await reading(async (db) => [
    (await revenueMonitor(db, { financialYear: '2024-25', month: '2024-06' })).position.total.budget,
    (await revenueMonitor(db, july)).position.total.budget,
  ])
  assert.deepEqual(totals, [12n * million, 12n * million])
})

test('once a virement is in the budgets, a month without it is refused', async (t) => {
  const { db, keeper } = await council(t)
  await recordVirement(db, keeper, virement)
  await assert.rejects(
    recordRevenuePosition(db, keeper, position('2024-08', 10n, 2n)),
    /adults has two budgets for the year: £10\.000m here, £10\.000m in June 2024, and £9\.000m with the virements since/,
  )
})

test('what does not balance, or is of no service or month, is refused and leaves nothing', async (t) => {
  const { db, keeper, reading } = await council(t)
  const [taken, given] = virement.lines
  if (!taken || !given) throw new Error('two lines')
  const uneven = { ...virement, lines: [taken, { ...given, amount: 2n * million }] }
  await assert.rejects(recordVirement(db, keeper, uneven), /£1\.000m is taken and £2\.000m is given/)
  const nowhere = { ...virement, lines: [taken, { ...given, service: 'nobody' }] }
  await assert.rejects(recordVirement(db, keeper, nowhere), /no service 'nobody'/)
  await assert.rejects(
    recordVirement(db, keeper, { ...virement, inBudgetFrom: '2025-04' }),
    /no month of 2024-25/,
  )
  assert.deepEqual(await reading((db) => virementsOf(db, '2024-25')), [])
})

test('a virement that a paper numbers is kept once', async (t) => {
  const { db, keeper } = await council(t)
  const numbered = { ...virement, number: 1 }
  assert.equal((await keepVirement(db, keeper, numbered)).added, 1)
  assert.deepEqual(await keepVirement(db, keeper, numbered), { added: 0, changed: 0, unchanged: 1 })
})
