import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readAmount } from './amount-cell.ts'
import { type MoneyUnit, moneyUnits } from './money-unit.ts'

const pence = (written: string, unit: MoneyUnit = 'pounds') => {
  const read = readAmount(written, unit)
  return read.kind === 'amount' ? read.pence : read.kind
}
const problem = (written: string, unit: MoneyUnit = 'pounds') => {
  const read = readAmount(written, unit)
  return read.kind === 'unreadable' ? read.problem : `read as ${read.kind}`
}

test('amounts are read as finance systems and accountants write them', () => {
  const cases: [string, MoneyUnit, bigint][] = [
    ['(0.120)', 'millions', -12_000_000n],
    ['120-', 'pounds', -12_000n],
    ['−120', 'pounds', -12_000n],
    ['–120', 'pounds', -12_000n],
    ['£1,234.50', 'pounds', 123_450n],
    ['-£1,234.50', 'pounds', -123_450n],
    ['£-1 234', 'pounds', -123_400n],
    ['121.738', 'millions', 12_173_800_000n],
    ['£121.738m', 'millions', 12_173_800_000n],
    ['5k', 'thousands', 500_000n],
    ['120.00 CR', 'pounds', -12_000n],
    ['120CR', 'pounds', -12_000n],
    ['Cr 120', 'pounds', -12_000n],
    ['120 DR', 'pounds', 12_000n],
    ['.5', 'pounds', 50n],
    ['1.2E+06', 'pounds', 120_000_000n],
    ['1.500', 'thousands', 150_000n],
    ['3.10', 'pounds', 310n],
    ['3.100', 'pounds', 310n],
    [' - ', 'pounds', 0n],
    ['301418', 'thousands', 30_141_800_000n],
  ]
  for (const [written, unit, expected] of cases) assert.equal(pence(written, unit), expected, written)
  assert.equal(pence('  '), 'blank')
})

test('what could be read otherwise, or not at all, is refused with what to write', () => {
  assert.match(problem('12.345'), /fractions of a penny/)
  assert.match(problem('0.000000001', 'millions'), /fractions of a penny/)
  assert.match(problem('(-120)'), /more than one sign/)
  assert.match(problem('-120 CR'), /more than one sign/)
  assert.match(problem('-120 DR'), /more than one sign/)
  assert.match(problem('12,34'), /a comma separates thousands here/)
  assert.match(problem('=SUM(A1:A3)'), /formula that holds no result/)
  assert.match(problem('#REF!'), /error in the spreadsheet/)
  assert.match(problem('12%'), /percentage/)
  assert.match(problem('about 12'), /not an amount/)
  assert.match(problem('(120'), /more than one sign|not an amount/)
  assert.match(problem('121738000', 'millions'), /more than £100 billion/)
  const semicolons = readAmount('1,234', 'pounds', { commaIsAmbiguous: true })
  assert.equal(semicolons.kind, 'unreadable')
})

test('an amount in another unit than its file is refused, not converted', () => {
  assert.match(
    problem('£1.2m'),
    /is in millions of pounds \(£m\), and the amounts of this file are in pounds/,
  )
  assert.match(problem('12k', 'millions'), /Write every amount in one unit/)
})

const digits = (size: bigint, unit: MoneyUnit): string => {
  const { places } = moneyUnits[unit]
  const text = String(size).padStart(places + 1, '0')
  const fraction = text.slice(-places).replace(/0+$/, '')
  return text.slice(0, -places) + (fraction && `.${fraction}`)
}
const separated = (plain: string, by: string): string => {
  const [whole = '', fraction] = plain.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, by) + (fraction === undefined ? '' : `.${fraction}`)
}

const below = ['-#', '−#', '(#)', '#-', '#CR', '# cr', 'CR #', '–#', '-£#', '£-#', '(£#)', '£(#)']
const above = ['#', '+#', '£#', ' # ', '#DR', '# dr', '£ #', '#.0']

test('any amount written in any of these shapes reads back to the same pence', () => {
  const shape = fc.record({
    size: fc.bigInt({ min: 0n, max: 9_999_999_999_999n }),
    negative: fc.boolean(),
    unit: fc.constantFrom<MoneyUnit>('pounds', 'thousands', 'millions'),
    by: fc.constantFrom('', ',', ' ', "'", '\u00A0', '\u202F'),
    suffix: fc.boolean(),
    which: fc.nat(),
  })
  fc.assert(
    fc.property(shape, ({ size, negative, unit, by, suffix, which }) => {
      const plain = separated(digits(size, unit), by)
      const own = { pounds: '', thousands: 'k', millions: 'm' }[unit]
      const shapes = negative ? below : above
      const form = shapes[which % shapes.length] ?? '#'
      const written = form.endsWith('.0')
        ? `${plain}${plain.includes('.') ? '0' : '.0'}`
        : form.replace('#', () => plain + (suffix ? own : ''))
      assert.equal(pence(written, unit), negative ? -size : size, written)
    }),
    { numRuns: 500 },
  )
})
