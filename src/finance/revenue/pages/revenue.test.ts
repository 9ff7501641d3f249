import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })
const address = '/finance/revenue/2024-25/2024-06'

test('the totals of month 3 are those the council printed, computed from the lines', async () => {
  const { text } = await get(address)
  assert.match(text, /Total service net expenditure 301\.418 306\.798 5\.380 Overspend of £5\.380m/)
  assert.match(text, /Total net expenditure 258\.480 263\.430 4\.950 Overspend of £4\.950m/)
  assert.match(text, /All 6 printed totals agree with their lines/)
})

test('a negative budget has a minus sign, and an underspend is said in words', async () => {
  const { text } = await get(address)
  assert.match(text, /General Government Grants −95\.740 −95\.740 0\.000 On budget/)
  assert.match(text, /Health & Wellbeing 19\.857 19\.737 −0\.120 Underspend of £0\.120m/)
})

test('an overspend has its parts with their cause and assumption, and what the paper does not say is said', async () => {
  const { text } = await get(address)
  assert.match(text, /Children's Social Care: Forecast overspend in total 3\.500 See its parts/)
  assert.match(text, /of which staffing 1\.400 agency placements continue .* Not stated/)
  assert.match(text, /support packages 2\.100 Not stated assumed short-term Temporary Not stated/)
})

test('the reserves that may not be used stand by the overspend with the reason, and what Members are owed', async () => {
  const { text } = await get(address)
  assert.match(text, /Earmarked Reserves or General Balances may not be used Reason: no earmarked or general/)
  assert.match(text, /falls due when an overspend remains after the monitoring of July 2024\. It is not due/)
})

test('what the paper says besides is shown as it prints it, and held against itself', async () => {
  const { text } = await get(address)
  assert.match(text, /Additional children placed in a residential setting 14 children \(2024\/25\)/)
  assert.match(text, /Cost of those placements per week £0\.090m a week/)
  assert.match(text, /52 weeks is £4\.680m; the paper prints £4\.500m for a full year, £0\.180m less/)
  assert.match(text, /Budget approved by Council 29 February 2024/)
})

test('the address without a month is that of the latest one held', async () => {
  const [latest, month] = await Promise.all([get('/finance/revenue'), get(address)])
  assert.match(latest.text, /Revenue at the end of June 2024/)
  assert.equal(latest.text.includes('301.418'), month.text.includes('301.418'))
})

test('as CSV the column headed £m holds millions, exactly', async () => {
  const { body, headers, type } = await get(`${address}.csv`)
  assert.match(type, /^text\/csv/)
  assert.match(String(headers.link), /2024-06-metadata\.json>; rel="describedby"/)
  const [header, first, ...rest] = body.trim().split('\r\n')
  assert.equal(header, 'Service,Budget £m,Forecast £m,Variance £m,In words')
  assert.equal(first, 'Strategic Management,4.009,4.009,0,On budget')
  assert.equal(rest.at(-1), 'Total net expenditure,258.48,263.43,4.95,Overspend of £4.950m')
  assert.equal(rest.length, 15)
})

test('as JSON every line is a record, and the table behind the variances can be asked for', async () => {
  const { records } = JSON.parse((await get(`${address}.json`)).body)
  assert.equal(records.length, 16)
  assert.equal(records.at(-1).forecast, 263.43)
  const { body } = await get(`${address}.json`)
  const second = /"name":\s*"([^"]+)"/.exec(body)?.[1]
  assert.equal(second, 'revenue-2024-25-2024-06')
  assert.equal((await get(`${address}.json?table=nothing`)).status, 404)
})

test('the metadata names each column of the CSV and the licence', async () => {
  const metadata = JSON.parse((await get(`${address}-metadata.json`)).body)
  assert.equal(metadata.url, '2024-06.csv')
  assert.deepEqual(
    metadata.tableSchema.columns.map((column: { titles: string; datatype: string }) => [
      column.titles,
      column.datatype,
    ]),
    [
      ['Service', 'string'],
      ['Budget £m', 'decimal'],
      ['Forecast £m', 'decimal'],
      ['Variance £m', 'decimal'],
      ['In words', 'string'],
    ],
  )
  assert.match(metadata['dc:license']['@id'], /open-government-licence/)
})

test('a month that is not held says which is', async () => {
  const { status, text, body } = await get('/finance/revenue/2024-25/2024-07')
  assert.equal(status, 404)
  assert.match(text, /No revenue position is held for July 2024 in 2024\/25/)
  assert.match(body, new RegExp(`href="${address}"`))
})

test('everybody may read what the council spends its money on, in plain words with the year of the figures', async () => {
  const { status, text } = await get('/finance/spending', 'resident')
  assert.equal(status, 200)
  assert.match(
    text,
    /Figures of 2023\/24 .* £321\.200m in 2023\/24\. Out of every £10, £3\.44 went on Adult Social Care/,
  )
  assert.match(text, /Emptying your bins 8\.000 £0\.25/)
})
