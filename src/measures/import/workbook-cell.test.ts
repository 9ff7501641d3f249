import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellText } from './workbook-cell.ts'

const shown = (value: Parameters<typeof cellText>[0], numFmt?: string) =>
  cellText(value, numFmt === undefined ? undefined : { style: { numFmt } })

test('a number is shown as the sheet shows it', () => {
  assert.equal(shown(66.900000000000006), '66.9')
  assert.equal(shown(0.125, '0.0%'), '12.5%')
  assert.equal(shown(-0.5, '0%'), '-50%')
  assert.equal(shown(1, '0%'), '100%')
  assert.equal(shown(0.1234567, '0%'), '12.34567%')
  assert.equal(shown(1234, '#,##0'), '1234')
})

test('a date is a day, a month or a year as the sheet shows it', () => {
  const date = new Date(Date.UTC(2024, 5, 30))
  assert.equal(shown(date), '2024-06-30')
  assert.equal(shown(date, 'dd/mm/yyyy'), '2024-06-30')
  assert.equal(shown(date, 'mmm-yy'), '2024-06')
  assert.equal(shown(date, '[$-809]mmmm yyyy'), '2024-06')
  assert.equal(shown(date, 'yyyy'), '2024')
  assert.equal(shown(new Date(Number.NaN)), '#VALUE!')
})

test('a formula gives its result, or itself when it has none', () => {
  assert.equal(cellText(5, { formula: 'A1+1' }), '5')
  assert.equal(cellText(null, { formula: 'A1+1', formulaResult: 5 }), '5')
  assert.equal(cellText(null, { formula: 'A1+1', formulaResult: null }), '=A1+1')
  assert.equal(cellText(null, undefined), '')
})
