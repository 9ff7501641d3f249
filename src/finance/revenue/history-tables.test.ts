import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forecastHistory } from '../../domain/finance/forecast-history.ts'
import { serviceHistoryTable } from './history-tables.ts'
import type { HeldLine } from './queries.ts'

const thousand = 100_000n
const line = (service: string, forecast: bigint, source: string): HeldLine => ({
  service,
  name: service,
  kind: 'service',
  budget: 1_000n * thousand,
  forecast: forecast * thousand,
  source,
})
const year = '2023-24'
const lines = new Map([
  ['2023-06', [line('adults', 1_200n, 'June paper'), line('parks', 900n, 'June paper')]],
  ['2023-07', [line('adults', 1_300n, 'July paper')]],
])
const months = forecastHistory(
  [...lines].map(([month, held]) => ({
    financialYear: year,
    month,
    budget: BigInt(held.length) * 1_000n * thousand,
    forecast: held.reduce((sum, { forecast }) => sum + forecast, 0n),
  })),
  new Map(),
)
const outturn = new Map([['adults', { amount: 1_250n * thousand, source: 'Outturn report' }]])
const table = serviceHistoryTable(year, { months, lines, outturns: new Map([[year, outturn]]) })
const rows = table.rows.map(({ cells }) => cells.map(({ text }) => text))

test('a service that one month only tells of has its row, so that the rows add up to the whole', () => {
  assert.deepEqual(rows, [
    ['adults', '0.200', '0.300', '0.250'],
    ['parks', '−0.100', 'No line', 'No line'],
    ['Whole council', '0.100', '0.300', '0.250'],
  ])
})

test('each figure is from the paper that told it', () => {
  const [adults] = table.rows
  assert.deepEqual(
    adults?.cells.flatMap((cell) => (cell.kind === 'number' ? [cell.source] : [])),
    ['June paper', 'July paper', 'Outturn report'],
  )
})
