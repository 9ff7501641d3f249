import assert from 'node:assert/strict'
import { test } from 'node:test'
import { financialYearOf, readFinancialMonth, readFinancialYear } from './financial-month.ts'
import { unitInHeading, unitInSentence, unitNamed } from './money-unit.ts'

test('a heading gives the unit of its column, or none', () => {
  const cases: [string, ReturnType<typeof unitInHeading>][] = [
    ['Budget £m', 'millions'],
    ['Forecast (£ million)', 'millions'],
    ['£000', 'thousands'],
    ["Budget £'000", 'thousands'],
    ['Variance £000s', 'thousands'],
    ['Actual (£k)', 'thousands'],
    ['Budget (000s)', 'thousands'],
    ['£', 'pounds'],
    ['Budget (£)', 'pounds'],
    ['£ Budget', 'pounds'],
    ['Budget', null],
    ['Budget 2024/25', null],
    ['Month', null],
  ]
  for (const [label, unit] of cases) assert.equal(unitInHeading(label), unit, label)
})

test('a line above the table may give the unit, a sum in a sentence does not', () => {
  assert.equal(unitInSentence('All figures in £000'), 'thousands')
  assert.equal(unitInSentence('Amounts are shown in £m'), 'millions')
  assert.equal(unitInSentence('All figures are in thousands of pounds'), 'thousands')
  assert.equal(unitInSentence('All amounts in pounds'), 'pounds')
  assert.equal(unitInSentence('Figures in millions'), 'millions')
  assert.equal(unitInSentence('£m'), 'millions')
  assert.equal(unitInSentence('Cabinet agreed £3m in March'), null)
  assert.equal(unitInSentence('Includes £250,000 in grants'), null)
  assert.equal(unitInSentence('Revenue monitoring, June'), null)
})

test('a unit may be stated by name or sign', () => {
  assert.deepEqual(
    ['pounds', '£', 'thousands', '£000', "£'000", '£k', 'millions', '£m', 'pence'].map(unitNamed),
    ['pounds', 'pounds', 'thousands', 'thousands', 'thousands', 'thousands', 'millions', 'millions', null],
  )
})

test('months are read as finance systems write them', () => {
  const cases: [string, string | null][] = [
    ['2024-06', '2024-06'],
    ['Jun-24', '2024-06'],
    ['June 2024', '2024-06'],
    ['30/06/2024', '2024-06'],
    ['P3', '2024-06'],
    ['P03', '2024-06'],
    ['Period 12', '2025-03'],
    ['Month 3', '2024-06'],
    ['3', '2024-06'],
    ['June', '2024-06'],
    ['Mar', '2025-03'],
    ['P13', null],
    ['soon', null],
    ['2024-25', null],
  ]
  for (const [written, expected] of cases) {
    const read = readFinancialMonth(written, '2024-25')
    assert.equal(read.ok ? read.value : null, expected, written)
  }
  const unknown = readFinancialMonth('P3', null)
  assert.match(unknown.ok ? '' : unknown.problem, /no year is given/)
  assert.equal(financialYearOf('2025-03'), '2024-25')
  assert.equal(financialYearOf('2025-04'), '2025-26')
})

test('a financial year is read in the ways it is written', () => {
  for (const written of ['2024-25', '2024/25', '2024/2025', '24/25', 'FY 2024-25']) {
    const read = readFinancialYear(written)
    assert.equal(read.ok ? read.value : read.problem, '2024-25', written)
  }
  assert.equal(readFinancialYear('2024').ok, false)
})
