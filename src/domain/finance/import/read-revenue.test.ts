import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownServices } from './known-services.ts'
import { readRevenue } from './read-revenue.ts'
import { noRevenueSettings, type RevenueSettings } from './revenue-settings.ts'

const services = knownServices([
  { code: 'adults', name: 'Adult Social Care' },
  { code: 'childrens', name: "Children's Social Care" },
  { code: 'parks', name: 'Parks & Greenspace' },
  { code: 'levies', name: 'Levies' },
])
type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>
const june = { month: '2024-06' }

function read(sheets: Sheets, said: Partial<RevenueSettings> = {}, held: Record<string, string> = {}) {
  const rows = Object.entries(sheets).map(([sheet, all]) =>
    all.map((cells, at) => ({ sheet, row: at + 1, cells })),
  )
  const known = { services, costCentres: new Map(Object.entries(held)), commaIsAmbiguous: false }
  const found = readRevenue(rows, { ...noRevenueSettings, ...said }, known)
  return {
    ...found,
    figures: found.lines.map(({ service, budget, forecast }) => `${service} ${budget} ${forecast}`),
    says: found.problems.map(({ row, column, message }) => `${row} ${column}: ${message}`).join('\n'),
    totalsSay: found.totals.map(({ says }) => says),
  }
}

const statement = [
  ['', 'Budget £m', 'Forecast £m', 'Variance £m'],
  ['Adult Social Care', '121.738', '123.738', '2.000'],
  ["Children's Social Care", '81.226', '84.726', '3.500'],
  ['Parks & Greenspace', '19.857', '19.737', '(0.120)'],
  ['Total Service Net Expenditure', '222.821', '228.201', '5.380'],
  ['Levies', '37.290', '37.290', '-'],
  ['Total Net Expenditure', '260.111', '265.491', ''],
  ['Forecast Year-End Deficit', '', '', '5.380'],
]

test('the monitoring table is read to the penny, its totals held against the lines and not added', () => {
  const { shape, unit, unitSays, figures, says, totals, totalsSay, month, financialYear } = read(
    { '': statement },
    june,
  )
  assert.equal(says, '')
  assert.deepEqual(
    [shape, unit, unitSays, month, financialYear],
    ['table', 'millions', 'the heading ‘Budget £m’', '2024-06', '2024-25'],
  )
  assert.deepEqual(figures, [
    'adults 12173800000 12373800000',
    'childrens 8122600000 8472600000',
    'parks 1985700000 1973700000',
    'levies 3729000000 3729000000',
  ])
  assert.ok(totals.every(({ agrees }) => agrees))
  assert.deepEqual(totalsSay.slice(0, 3), [
    'Total Service Net Expenditure, Budget £m: the 3 lines it is of add up to the £222.821m of the file.',
    'Total Service Net Expenditure, Forecast £m: the 3 lines it is of add up to the £228.201m of the file.',
    'Total Service Net Expenditure, Variance £m: the 3 lines it is of add up to the £5.380m of the file.',
  ])
  assert.equal(totals.length, 6)
})

test('a total that the lines do not make is shown with both figures', () => {
  const wrong = statement.with(4, ['Total Service Net Expenditure', '222.900', '228.201', '5.380'])
  const { totals } = read({ '': wrong }, june)
  const apart = totals.filter(({ agrees }) => !agrees)
  assert.deepEqual(
    apart.map(({ row, says }) => `${row} ${says}`),
    [
      '5 Total Service Net Expenditure, Budget £m: the 3 lines it is of add up to £222.821m; the file says £222.900m, £0.079m more.',
    ],
  )
})

const ledger = [
  ['Cost Centre', 'Description', 'Period', 'Annual Budget £', 'Actual £', 'Forecast Outturn £'],
  ['A100', 'Home care', 'P3', '1,000.50', '250', '1,200.50'],
  ['A200', 'Day care', 'P3', '500', '125', '400-'],
  ['P100', 'Parks', 'P3', '300', '80', '300.00 CR'],
  ['', 'Grand total', '', '1,800.50', '', '500.50'],
]
const centres = { A100: 'adults', A200: 'adults', P100: 'parks' }

test('cost centres sum to services by the mapping that is held, and the months of a year are counted from April', () => {
  const { shape, figures, says, totals, month, understood } = read(
    { '': ledger },
    { financialYear: '2024-25' },
    centres,
  )
  assert.equal(says, '')
  assert.deepEqual([shape, month], ['cost-centres', '2024-06'])
  assert.deepEqual(figures, ['adults 150050 80050', 'parks 30000 -30000'])
  assert.ok(totals.length === 2 && totals.every(({ agrees }) => agrees))
  assert.match(understood.map(({ message }) => message).join(' '), /Actuals are looked at and not kept/)
})

test('a cost centre without a service is asked for, never guessed, and what is said is given back to be remembered', () => {
  const asked = read({ '': ledger }, { financialYear: '2024-25' }, { A100: 'adults', P100: 'parks' })
  assert.match(asked.says, /^3 cost centre: No service is known for the cost centre A200 \(Day care\)/)
  assert.deepEqual(
    asked.unknownCostCentres.map(({ code }) => code),
    ['A200'],
  )
  const said = read(
    { '': ledger },
    { financialYear: '2024-25', costCentres: { A200: 'adults' } },
    { A100: 'adults', P100: 'parks' },
  )
  assert.equal(said.says, '')
  assert.deepEqual([...said.costCentres], [['A200', 'adults']])
})

test('subtotals named as the service and totals known only by their sum are not added', () => {
  const rows = [
    ['Service', 'Cost Centre', 'Budget £', 'Forecast £'],
    ['Adult Social Care', '', '300', '330'],
    ['Adult Social Care', 'A1', '100', '110'],
    ['Adult Social Care', 'A2', '200', '220'],
    ['Levies', '', '50', '50'],
    ['', '', '350', '380'],
  ]
  const { figures, says, totals } = read({ '': rows }, june)
  assert.equal(says, '')
  assert.deepEqual(figures, ['adults 30000 33000', 'levies 5000 5000'])
  assert.deepEqual(
    totals.map(({ row, by, agrees }) => `${row} ${by} ${agrees}`),
    ['2 name true', '2 name true', '6 sum true', '6 sum true'],
  )
})

test('one sheet per service: its name is the service, its lines are summed, months across the top make the year', () => {
  const { shape, figures, says, totals } = read(
    {
      'Adult Social Care': [
        ['All figures in £000'],
        [],
        ['Line', 'Budget', 'Forecast'],
        ['Residential', '100.5', '120'],
        ['Home care', '50', '40.25'],
        ['Net cost', '150.5', '160.25'],
      ],
      Levies: [
        ['', 'Budget', '', 'Forecast', ''],
        ['Line', 'Apr-24', 'May-24', 'Apr-24', 'May-24'],
        ['£000', '', '', '', ''].with(0, ''),
        ['Transport', '10', '20', '10', '25'],
      ],
    },
    { ...june, unit: 'thousands' },
  )
  assert.equal(says, '')
  assert.equal(shape, 'sheets')
  assert.deepEqual(figures, ['adults 15050000 16025000', 'levies 3000000 3500000'])
  assert.ok(totals.length === 2 && totals.every(({ agrees, by }) => agrees && by === 'name'))
})

test('a variance whose sign is the other way round is refused: in all rows with the option, in some with those rows', () => {
  const turned = statement.map((row, at) =>
    at === 0
      ? row
      : row.with(3, (row[3] ?? '').replace(/^(\d.*[1-9].*|[1-9].*)$/, '-$1').replace('(0.120)', '0.120')),
  )
  const all = read({ '': turned }, june)
  assert.match(
    all.says,
    /^2 Variance £m: The file writes underspends as positive: .*--variance-sign underspend-positive/,
  )
  assert.equal(all.problems.length, 1)
  assert.equal(read({ '': turned }, { ...june, varianceSign: 'underspend-positive' }).says, '')
  const one = read({ '': statement.with(2, ["Children's Social Care", '81.226', '84.726', '-3.500']) }, june)
  assert.match(
    one.says,
    /^3 Variance £m: The sign of the variance is the other way round in this row: forecast less budget is £3\.500m/,
  )
  const neither = read(
    { '': statement.with(2, ["Children's Social Care", '81.226', '84.726', '3.000']) },
    june,
  )
  assert.match(neither.says, /Mend whichever of the three is wrong/)
})

test('£ and £m mixed in one file are refused with the rows', () => {
  const heading = statement.with(0, ['', 'Budget £m', 'Forecast £', 'Variance £m'])
  assert.match(
    read({ '': heading }, june).says,
    /^1 Forecast £: The heading ‘Forecast £’ says pounds \(£\), and the heading ‘Budget £m’ says millions/,
  )
  assert.match(read({ '': statement }, { ...june, unit: 'pounds' }).says, /and what was stated says pounds/)
  const cell = read({ '': statement.with(5, ['Levies', '£37,290k', '37.290', '']) }, june)
  assert.match(
    cell.says,
    /^6 Budget £m: '£37,290k' is in thousands of pounds \(£000\), and the amounts of this file are in millions/,
  )
  const bare = statement.with(0, ['', 'Budget', 'Forecast', 'Variance'])
  assert.match(
    read({ '': bare }, june).says,
    /Nothing says whether the amounts are in pounds, thousands or £m/,
  )
  assert.equal(read({ '': bare }, { ...june, unit: 'millions' }).says, '')
})

test('a service that does not exist is refused with those that are like it', () => {
  const { says } = read({ '': statement.with(2, ["Children's Services", '81.226', '84.726', '3.500']) }, june)
  assert.match(
    says,
    /^3 service: There is no service ‘Children's Services’ here\. Is Children's Social Care meant\?/,
  )
})

test('a service or a line given twice is refused, with both budgets where they differ', () => {
  const twice = read(
    { '': [...statement.slice(0, 4), ['Adult Social Care', '121.738', '123.738', '2.000']] },
    june,
  )
  assert.match(twice.says, /^5 Budget £m: This line is given twice: row 2 is of the same/)
  const two = read(
    { '': [...statement.slice(0, 4), ['Adult Social Care', '100', '123.738', '23.738']] },
    june,
  )
  assert.match(
    two.says,
    /^5 Budget £m: The year has two budgets for this line: £121\.738m in row 2 and £100\.000m here/,
  )
})

test('a count below nought is refused where a column counts', () => {
  const rows = [
    ['Service', 'Placements', 'Budget £', 'Forecast £'],
    ['Adult Social Care', '-3', '100', '110'],
    ['Levies', '', '50', '50'],
  ]
  assert.match(read({ '': rows }, june).says, /^2 Placements: A count cannot be below nought: '-3'/)
})

test('months are asked about when there are several, and refused outside the financial year', () => {
  const rows = [
    ['Service', 'Month', 'Budget £', 'Forecast £'],
    ['Levies', 'May-24', '40', '41'],
    ['Levies', 'Jun-24', '40', '42'],
  ]
  assert.match(
    read({ '': rows }).says,
    /rows of 2 months \(May 2024, June 2024\). Say what they are: each month’s rows the whole year as it was seen then \(on the command line --months positions\)/,
  )
  const position = read({ '': rows }, { months: 'positions', ...june })
  assert.deepEqual([position.says, position.figures], ['', ['levies 4000 4200']])
  assert.match(
    position.understood.map(({ message }) => message).join(),
    /Rows of other months than June 2024 are left out: May 2024 \(row 2\)/,
  )
  assert.deepEqual(read({ '': rows }, { months: 'amounts', ...june }).figures, ['levies 8000 8300'])
  const late = read({ '': rows.with(1, ['Levies', 'Jun-25', '40', '41']) }, { months: 'positions', ...june })
  assert.match(late.says, /^2 month: June 2025 is in 2025\/26, not in 2024\/25/)
  assert.match(read({ '': statement }).says, /The month whose end this position is of is not said/)
})

test('a total under many lines is found in a moment, also where any row may be one', () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => [`Line ${at}`, `${at}.01`, `${at}.02`])
  const rows = [['Line', 'Budget £', 'Forecast £'], ...lines, ['All of it', '12497550', '12497600']]
  const { says, totals, figures } = read({ Levies: rows }, june)
  assert.equal(says, '')
  assert.ok(totals.length === 2 && totals.every(({ by, agrees }) => by === 'sum' && agrees))
  assert.deepEqual(figures, ['levies 1249755000 1249760000'])
})

test('what lacks a heading, a sheet or an amount says so', () => {
  assert.match(
    read(
      {
        '': [
          ['Service', 'Budget £'],
          ['Levies', '1'],
        ],
      },
      june,
    ).says,
    /the likeliest lacks forecast/,
  )
  assert.match(
    read({ A: statement }, { ...june, sheet: 'B' }).says,
    /There is no sheet ‘B’. The sheets are: A/,
  )
  assert.match(
    read({ '': statement.with(5, ['Levies', '37.290', '', '']) }, june).says,
    /^6 forecast: The forecast is blank/,
  )
})
