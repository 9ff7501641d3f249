import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { revenueHistory, trustText } from './outturns.ts'
import { recordRevenueOutturn } from './record-outturn.ts'
import { recordRevenuePosition } from './record-position.ts'

const million = 100_000_000n
const position = (financialYear: string, month: string, adults: bigint) => ({
  financialYear,
  month,
  lines: [
    { service: 'adults', budget: 10n * million, forecast: adults * million, source: 'p. 2' },
    { service: 'parks', budget: million, forecast: million, source: 'p. 2' },
  ],
  pressures: [],
  controlTotals: [],
})
const outturn = (adults: bigint, reason: string | null = null) => ({
  financialYear: '2023-24',
  lines: [
    { service: 'adults', outturn: adults * million },
    { service: 'parks', outturn: million },
  ],
  reason,
  source: 'Outturn report',
})

async function council(t: Parameters<typeof smallCouncil>[0]) {
  const small = await smallCouncil(t)
  const { db } = small.database
  await recordOrganisation(db, small.keeper, organisation)
  for (const [year, month, adults] of [
    ['2023-24', '2023-06', 12n],
    ['2023-24', '2023-07', 13n],
    ['2024-25', '2024-06', 11n],
  ] as const)
    await recordRevenuePosition(db, small.keeper, position(year, month, adults))
  return { ...small, db }
}

test('without an outturn there is nothing to judge a forecast by; with one, last year’s same month tells', async (t) => {
  const { db, keeper, reading } = await council(t)
  assert.match(trustText(await reading(revenueHistory), '2024-06'), /^3 months are held .* no history/)
  await recordRevenueOutturn(db, keeper, outturn(14n))
  const history = await reading(revenueHistory)
  assert.deepEqual(
    history.months.map(({ month, change, error }) => [month, change, error]),
    [
      ['2023-06', null, -2n * million],
      ['2023-07', million, -million],
      ['2024-06', null, null],
    ],
  )
  assert.match(trustText(history, '2024-06'), /£2\.000m from the outturn on average, over one past year/)
})

test('another outturn needs a reason, and the one before is kept', async (t) => {
  const { db, keeper, reading, events } = await council(t)
  await recordRevenueOutturn(db, keeper, outturn(14n))
  const before = await events()
  assert.equal((await recordRevenueOutturn(db, keeper, outturn(14n))).unchanged, 2)
  assert.deepEqual(await events(), before)
  await assert.rejects(
    recordRevenueOutturn(db, keeper, outturn(15n)),
    /held as £14\.000m, and £15\.000m is given/,
  )
  await recordRevenueOutturn(db, keeper, outturn(15n, 'Audited accounts'))
  const rows = await reading((db) => db.selectFrom('revenue_outturn').selectAll().execute())
  assert.equal(rows.length, 3)
  assert.equal((await reading(revenueHistory)).months[0]?.error, -3n * million)
})

test('an outturn without one of the services is refused, which beside the whole would look like an underspend', async (t) => {
  const { db, keeper } = await council(t)
  const whole = outturn(14n)
  await assert.rejects(
    recordRevenueOutturn(db, keeper, { ...whole, lines: whole.lines.slice(1) }),
    /The outturn of adults is missing/,
  )
  await assert.rejects(
    recordRevenueOutturn(db, keeper, { ...whole, financialYear: '2021-22' }),
    /No forecast of 2021\/22 is held/,
  )
})
