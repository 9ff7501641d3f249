import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCell } from './cell-value.ts'

const numberIn = (text: string): string => {
  const read = readCell(text)
  return read.kind === 'number' ? read.decimal : `${read.kind}${'problem' in read ? `: ${read.problem}` : ''}`
}

test('numbers are read as people, spreadsheets and publishers write them', () => {
  const cases: Record<string, string> = {
    '5': '5',
    '41.70': '41.70',
    '1,234': '1234',
    '1,234,567.8': '1234567.8',
    '1 234': '1234',
    '1\u00A0234': '1234',
    '1\u202F234.5': '1234.5',
    "1'234": '1234',
    '12%': '12',
    '12.5 %': '12.5',
    '12 per cent': '12',
    '£5': '5',
    '-£5': '-5',
    '£-5': '-5',
    '£1.2m': '1200000',
    '£1,234.56k': '1234560',
    '£3bn': '3000000000',
    '1.25 million': '1250000',
    '(5)': '-5',
    '(1,234.5)': '-1234.5',
    '5-': '-5',
    '−5': '-5',
    '–5': '-5',
    '+5': '5',
    '5.': '5',
    '.5': '0.5',
    '１２．５': '12.5',
    ' 7 ': '7',
    "'-5": '-5',
    '1E+30': '1E+30',
    '12.3 p': '12.3',
    '12.3[r]': '12.3',
    '12.3 (p)': '12.3',
    '1,234 [p] [b]': '1234',
    '[low]': '0',
  }
  for (const [written, decimal] of Object.entries(cases)) assert.equal(numberIn(written), decimal, written)
})

test('what stands for no figure is told from nought, and suppressed from not available', () => {
  const kinds: Record<string, string> = {
    '': 'blank',
    '  ': 'blank',
    c: 'suppressed',
    '[c]': 'suppressed',
    '*': 'suppressed',
    '<5': 'suppressed',
    'fewer than 10': 'suppressed',
    '>95%': 'suppressed',
    '..': 'not-available',
    ':': 'not-available',
    'n/a': 'not-available',
    'N/A': 'not-available',
    '[x]': 'not-available',
    '[z]': 'not-applicable',
  }
  for (const [written, kind] of Object.entries(kinds)) assert.equal(readCell(written).kind, kind, written)
})

test('what may mean two things is not guessed at', () => {
  const reasons: Record<string, RegExp> = {
    '-': /a dash may stand for nought or for no figure/,
    '–': /a dash may stand/,
    '1,23': /a comma separates thousands/,
    '1.234,5': /is not a number/,
    '12,34,567': /is not a number/,
    '1.2m': /is not a number/,
    '#REF!': /an error in the spreadsheet/,
    '#N/A': /an error in the spreadsheet/,
    '#DIV/0!': /an error in the spreadsheet/,
    '=SUM(A1:A9)': /a formula that holds no result/,
    '01/06/2024': /looks like a date/,
    'Jun-24': /looks like a date/,
    '1-2': /is not a number/,
    '(5': /is not a number/,
    '(-5)': /is not a number/,
    '£5%': /is not a number/,
    '12.3²': /is not a number/,
    '12.3 [q]': /a mark, \[q\], that is not known/,
    '5 of 10': /is not a number/,
    TRUE: /is not a number/,
    '1e500': /is not a number/,
  }
  for (const [written, reason] of Object.entries(reasons)) {
    const read = readCell(written)
    assert.equal(read.kind, 'unreadable', written)
    assert.match(read.kind === 'unreadable' ? read.problem : '', reason, written)
    assert.match(read.kind === 'unreadable' ? read.problem : '', /Write digits/, written)
  }
})

test('with semicolons between the cells a comma is not guessed to part thousands', () => {
  assert.equal(readCell('1,234', { commaIsAmbiguous: true }).kind, 'unreadable')
  assert.equal(readCell('1234.5', { commaIsAmbiguous: true }).kind, 'number')
})

test('marks of provisional, estimated and unreliable figures are kept', () => {
  const marked = (text: string) => {
    const read = readCell(text)
    return read.kind === 'number' ? [read.status, read.doubt] : read.kind
  }
  assert.deepEqual(marked('12.3 [p]'), ['provisional', null])
  assert.deepEqual(marked('12.3e'), 'unreadable')
  assert.deepEqual(marked('12.3 e'), ['estimated', null])
  assert.deepEqual(marked('12.3[r]'), [null, null])
  assert.deepEqual(marked('12.3 [u]'), [null, 'Of low reliability, as published'])
})

test('whatever is understood and not plain is said', () => {
  for (const written of [
    '1,234',
    '12%',
    '£5',
    '(5)',
    '5-',
    '–5',
    '£1m',
    'n/a',
    'c',
    '[z]',
    '<5',
    '12 [p]',
    '[low]',
  ]) {
    const read = readCell(written)
    assert.ok('says' in read && read.says.length > 0, written)
  }
})

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{0,8}$/))
  .map(([negative, whole, fraction]) => ({ negative, whole: String(whole), fraction }))

test('any decimal printed in any of the accepted ways is read back exactly', () => {
  const group = (digits: string, by: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, by)
  const signs: ((text: string) => string)[] = [
    (text) => `-${text}`,
    (text) => `−${text}`,
    (text) => `(${text})`,
    (text) => `${text}-`,
    (text) => `- ${text}`,
  ]
  const dresses: ((text: string) => string)[] = [
    (text) => text,
    (text) => ` ${text}\u00A0`,
    (text) => `${text} [p]`,
    (text) => `${text}[r]`,
    (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ]
  fc.assert(
    fc.property(
      decimals,
      fc.constantFrom('', ',', ' ', '\u202F', "'"),
      fc.constantFrom(...signs),
      fc.constantFrom(...dresses),
      ({ negative, whole, fraction }, by, sign, dress) => {
        const exact = `${negative ? '-' : ''}${whole}${fraction && `.${fraction}`}`
        const printed = `${group(whole, by)}${fraction && `.${fraction}`}`
        assert.equal(numberIn(dress(negative ? sign(printed) : printed)), exact)
      },
    ),
  )
})

test('pounds in thousands, millions and billions are moved by their noughts and by nothing else', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.constantFrom(['k', 3], ['m', 6], ['bn', 9]),
      (pounds, [letter, places]) => {
        const digits = String(pounds).padStart(Number(places) + 1, '0')
        const written = `£${digits.slice(0, -places)}.${digits.slice(-places)}${letter}`
        assert.equal(BigInt(numberIn(written)), pounds)
      },
    ),
  )
})

test('no text makes reading fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.ok(readCell(text).kind)))
  const nearly = fc.string({ unit: fc.constantFrom(...'0123456789.,-()£% mkbnpr[]eE–\u00A0') })
  fc.assert(
    fc.property(nearly, (text) => {
      const read = readCell(text)
      if (read.kind === 'number') assert.match(read.decimal, /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i)
    }),
  )
})
