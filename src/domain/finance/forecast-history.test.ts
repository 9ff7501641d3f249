import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeText, errorText, forecastHistory, forecastTrust, monthOfYear } from './forecast-history.ts'

const million = 100_000_000n
const month = (financialYear: string, month: string, forecast: bigint) => ({
  financialYear,
  month,
  budget: 100n * million,
  forecast: forecast * million,
})
const months = [
  month('2024-25', '2024-07', 104n),
  month('2024-25', '2024-06', 105n),
  month('2023-24', '2023-06', 103n),
  month('2022-23', '2022-06', 98n),
]
const outturns = new Map([
  ['2023-24', 101n * million],
  ['2022-23', 101n * million],
])

test('each month stands to the month before it in the same year, and to the outturn where that is known', () => {
  const history = forecastHistory(months, outturns)
  assert.deepEqual(
    history.map(({ month, change, error }) => [month, change, error]),
    [
      ['2022-06', null, -3n * million],
      ['2023-06', null, 2n * million],
      ['2024-06', null, null],
      ['2024-07', -million, null],
    ],
  )
})

test('a forecast is trusted as far as those at the same month of past years were right', () => {
  const trust = forecastTrust(forecastHistory(months, outturns), '2024-06')
  assert.equal(trust.meanAbsoluteError, (25n * million) / 10n)
  assert.equal(
    trust.says,
    'At this month of the year the forecast was £2.500m from the outturn on average, over 2 past years.',
  )
})

test('with one month held there is no history to judge by', () => {
  const trust = forecastTrust(forecastHistory(months.slice(1, 2), new Map()), '2024-06')
  assert.equal(trust.meanAbsoluteError, null)
  assert.match(trust.says, /^One month is held .* no history to judge the forecast by/)
})

test('a later year is no past to judge by, nor another month of the year', () => {
  const history = forecastHistory(months, new Map([...outturns, ['2024-25', 104n * million]]))
  assert.equal(forecastTrust(history, '2024-07').years, 0)
  assert.equal(forecastTrust(history, '2023-06').years, 1)
})

test('April is the first month of the year and March the last', () => {
  assert.deepEqual(['2024-04', '2024-06', '2025-01', '2025-03'].map(monthOfYear), [1, 3, 10, 12])
})

test('changes and errors are told in words', () => {
  assert.equal(changeText(-million, 'June 2024'), '£1.000m less than in June 2024')
  assert.equal(changeText(0n, 'June 2024'), 'As in June 2024')
  assert.equal(errorText(2n * million), '£2.000m too high')
  assert.equal(errorText(10n), 'As the year came to')
  assert.equal(errorText(null), 'The outturn is not known yet')
})
