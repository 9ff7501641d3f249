import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOrMonthText, financialYearOf, isMonthOf, monthText, yearText } from './financial-year.ts'

test('months, days and years are written as a reader writes them', () => {
  assert.equal(monthText('2024-06'), 'June 2024')
  assert.equal(monthText('2011-12'), 'December 2011')
  assert.equal(monthText('June'), 'June')
  assert.equal(dayOrMonthText('2024-05'), 'May 2024')
  assert.equal(dayOrMonthText('2024-05-23'), '23 May 2024')
  assert.equal(yearText('2024-25'), '2024/25')
})

test('a day or a month falls in the financial year that began on the last 1 April', () => {
  const days = ['2024-03', '2024-04', '2024-03-31', '2024-04-01']
  assert.deepEqual(
    days.map((day) => financialYearOf(day)),
    ['2023-24', '2024-25', '2023-24', '2024-25'],
  )
  assert.equal(financialYearOf('2024-06-30', -1), '2023-24')
  assert.equal(financialYearOf('1999-06'), '1999-00')
})

test('a month belongs to the financial year from April to March', () => {
  const inYear = ['2024-03', '2024-04', '2024-13', '2025-03', '2025-04'].map((month) =>
    isMonthOf('2024-25', month),
  )
  assert.deepEqual(inYear, [false, true, false, true, false])
  assert.equal(isMonthOf('2024-26', '2024-06'), false)
})
