import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict } from '#src/access/refusals.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { type SmallCouncil, smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { revenueMonitor, revenueMonths } from './queries.ts'
import { type RevenueInput, recordRevenuePosition } from './record-position.ts'

const line = (service: string, budget: bigint, forecast: bigint) => ({
  service,
  budget,
  forecast,
  source: 'p. 2',
})
const june: RevenueInput = {
  financialYear: '2024-25',
  month: '2024-06',
  lines: [
    line('adults', 1_000_000_05n, 1_200_000_00n),
    line('parks', 50_000_00n, 49_999_99n),
    line('levies', 10n, 10n),
  ],
  pressures: [],
  controlTotals: [
    {
      line: 'services',
      quantity: 'budget',
      title: 'Services, budget',
      printed: 1_050_000_00n,
      precision: 100_000n,
      source: 'p. 2',
    },
    {
      line: 'total',
      quantity: 'forecast',
      title: 'Total, forecast',
      printed: 1_300_000_00n,
      precision: 100_000n,
      source: 'p. 2',
    },
  ],
}

async function recorded({ database, keeper }: SmallCouncil, input = june) {
  await recordOrganisation(database.db, keeper, organisation)
  return recordRevenuePosition(database.db, keeper, input)
}

test('a position is read back to the penny, services apart from what the whole council pays', async (t) => {
  const council = await smallCouncil(t)
  await recorded(council)
  const { position } = await council.reading((db) => revenueMonitor(db, june))
  assert.equal(position.serviceTotal.budget, 1_050_000_05n)
  assert.equal(position.serviceTotal.variance, 199_999_94n)
  assert.equal(position.total.budget, 1_050_000_15n)
})

test('a total that agrees to the precision it was printed in agrees, and one that does not says by how much', async (t) => {
  const council = await smallCouncil(t)
  await recorded(council)
  const { reconciliations } = await council.reading((db) => revenueMonitor(db, june))
  assert.deepEqual(
    reconciliations.map(({ agrees }) => agrees),
    [true, false],
  )
  assert.match(reconciliations[1]?.says ?? '', /£0\.050m less than the printed £1\.300m/)
})

test('the same position again changes nothing', async (t) => {
  const council = await smallCouncil(t)
  await recorded(council)
  const before = await council.events()
  const again = await recordRevenuePosition(council.database.db, council.keeper, june)
  assert.deepEqual([again.added, again.changed], [0, 0])
  assert.deepEqual(await council.events(), before)
})

test('a recorded month is not overwritten: other figures for it are a conflict that names the services', async (t) => {
  const council = await smallCouncil(t)
  await recorded(council)
  const other = { ...june, lines: [line('adults', 1n, 1n), ...june.lines.slice(1)] }
  await assert.rejects(
    recordRevenuePosition(council.database.db, council.keeper, other),
    (error) =>
      error instanceof Conflict &&
      /2024-06 is already recorded with other figures for adults/.test(error.message),
  )
  const { position } = await council.reading((db) => revenueMonitor(db, june))
  assert.equal(position.serviceTotal.budget, 1_050_000_05n)
})

test('each month stands for itself, the latest first', async (t) => {
  const council = await smallCouncil(t)
  await recorded(council)
  await recordRevenuePosition(council.database.db, council.keeper, {
    ...june,
    month: '2024-07',
    controlTotals: [],
  })
  const months = await council.reading(revenueMonths)
  assert.deepEqual(
    months.map(({ month }) => month),
    ['2024-07', '2024-06'],
  )
})

test('a line of a service that is not known is refused with all the others, and says what to do', async (t) => {
  const council = await smallCouncil(t)
  const lines = [...june.lines, { ...line('unknown', 1n, 1n), row: 17 }]
  await assert.rejects(
    recorded(council, { ...june, lines }),
    /Row 17: There is no service 'unknown'\. Write the name/,
  )
  assert.deepEqual(await council.reading(revenueMonths), [])
})

test('a service has one budget a year: another in a later month needs a reason', async (t) => {
  const council = await smallCouncil(t)
  await recorded(council)
  const raised = { ...line('parks', 60_000_00n, 60_000_00n), row: 4 }
  const july = { ...june, month: '2024-07', lines: [raised], controlTotals: [] }
  const record = (lines: RevenueInput['lines']) =>
    recordRevenuePosition(council.database.db, council.keeper, { ...july, lines })
  await assert.rejects(
    record([raised]),
    /Row 4: parks has two budgets for the year: £0\.060m here, £0\.050m in June 2024/,
  )
  await record([{ ...raised, reason: 'Council raised it on 18 July 2024' }])
  assert.equal((await council.reading(revenueMonths)).length, 2)
})

test('a month outside the financial year is refused', async (t) => {
  const council = await smallCouncil(t)
  await assert.rejects(recorded(council, { ...june, month: '2025-04' }), /no month of 2024-25/)
})
