import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict } from '#src/access/refusals.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { addPressure } from './add-pressure.ts'
import { revenueMonthFacts } from './month-facts.ts'
import { recordRevenuePosition } from './record-position.ts'

const june = { financialYear: '2024-25', month: '2024-06' }
const million = 100_000_000n
const pressure = {
  ...june,
  service: 'adults',
  title: 'Placements',
  amount: 3n * million,
  assumption: null,
  source: 'p. 2',
  parts: [],
}
const part = (title: string, amount: bigint) => ({ title, amount, cause: null })

async function council(t: Parameters<typeof smallCouncil>[0]) {
  const small = await smallCouncil(t)
  const { database, keeper } = small
  await recordOrganisation(database.db, keeper, organisation)
  const line = (service: string, budget: bigint, forecast: bigint) => ({
    service,
    budget,
    forecast,
    source: 'p. 2',
  })
  const lines = [line('adults', 10n * million, 14n * million), line('parks', million, million)]
  const position = { ...june, lines, pressures: [], controlTotals: [] }
  await recordRevenuePosition(database.db, keeper, position)
  const seen = (seesExempt: boolean) => small.reading((db) => revenueMonthFacts(db, june), { seesExempt })
  return { ...small, db: database.db, position, seen }
}

test('a pressure is read back with its parts, cause, length and effect on later years', async (t) => {
  const { db, keeper, seen } = await council(t)
  const told = {
    cause: 'More children',
    permanence: 'permanent',
    laterYears: 5n * million,
    laterYearsWords: 'a full year',
  } as const
  const parts = [part('staffing', million), part('packages', 2n * million)]
  await addPressure(db, keeper, { ...pressure, ...told, parts })
  const { monitor, accounted } = await seen(true)
  const [whole, staffing] = monitor.pressures
  assert.deepEqual(
    { ...told },
    {
      cause: whole?.cause,
      permanence: whole?.permanence,
      laterYears: whole?.laterYears,
      laterYearsWords: whole?.laterYearsWords,
    },
  )
  assert.equal(staffing?.partOf, whole?.position)
  assert.equal(accounted?.[0]?.unexplained, million)
})

test('parts that do not add up are refused with both figures, and nothing is kept', async (t) => {
  const { db, keeper, seen } = await council(t)
  const wrong = { ...pressure, parts: [part('staffing', million)] }
  await assert.rejects(
    addPressure(db, keeper, wrong),
    (error) =>
      error instanceof Conflict && /£1\.000m, £2\.000m less than the whole of £3\.000m/.test(error.message),
  )
  assert.deepEqual((await seen(true)).monitor.pressures, [])
})

test('what is exempt is hidden with its parts, nothing is compared, and the trail does not tell it', async (t) => {
  const { db, keeper, seen, reading } = await council(t)
  await addPressure(db, keeper, { ...pressure, title: 'Open', amount: million })
  await addPressure(db, keeper, {
    ...pressure,
    title: 'A contract in dispute',
    exemptReason: 'commercial',
    parts: [part('one', million), part('two', 2n * million)],
  })
  const all = await seen(true)
  assert.equal(all.monitor.pressures.length, 4)
  assert.equal(all.accounted?.[0]?.unexplained, 0n)
  const some = await seen(false)
  assert.deepEqual(
    some.monitor.pressures.map(({ title }) => title),
    ['Open'],
  )
  assert.equal(some.accounted, null)
  const details = await reading((db) => db.selectFrom('event').select('details').execute())
  assert.doesNotMatch(JSON.stringify(details), /dispute|commercial/)
})

test('a part that is exempt makes its whole exempt, which would tell it by subtraction', async (t) => {
  const { db, keeper, position, seen } = await council(t)
  const given = { service: 'adults', assumption: null, source: 'p. 2' }
  await recordRevenuePosition(db, keeper, {
    ...position,
    pressures: [
      { ...given, position: 1, partOf: null, title: 'Whole', amount: 2n * million },
      { ...given, position: 2, partOf: 1, title: 'Open part', amount: million },
      { ...given, position: 3, partOf: 1, title: 'Secret part', amount: million, exemptReason: 'commercial' },
    ],
  })
  assert.equal((await seen(true)).monitor.pressures.length, 3)
  assert.deepEqual((await seen(false)).monitor.pressures, [])
})
