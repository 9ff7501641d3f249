import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })

test('68 schemes add up to the printed totals of the later years', async () => {
  const { text } = await get('/finance/capital/2024-25')
  assert.match(text, /68 schemes: £85,527,591 in 2024\/25, £58,248,351 in 2025\/26, £33,475,891 in 2026\/27/)
  const totals = (await get('/finance/capital/2024-25/totals')).text
  assert.match(totals, /Total programme 2025\/26 £58,248,351 £58,248,351 £0 Agrees/)
  assert.match(totals, /Total programme 2026\/27 £33,475,891 £33,475,891 £0 Agrees/)
})

test('the first year is said to differ from the printed total, by how much, and in which service', async () => {
  const { text } = await get('/finance/capital/2024-25')
  assert.match(text, /the lines add up to £85,527,591, £40,000 less than the printed £85,567,591/)
  const totals = (await get('/finance/capital/2024-25/totals')).text
  assert.match(
    totals,
    /29 of 39 printed totals agree with their lines; 7 differ by what rounding the lines can make; 3 differ without/,
  )
  assert.match(totals, /Operational In-House Services 2024\/25: .* £0\.040m less than the printed £9\.969m/)
})

test('every scheme stands under its service, and a service under the whole', async () => {
  const { body } = await get('/finance/capital/2024-25.csv')
  const lines = body.trim().split('\r\n')
  assert.equal(lines.length, 1 + 68 + 8 + 1)
  const total = lines.at(-1)?.split(',').slice(-3)
  assert.deepEqual(total, ['85527591.00', '58248351.00', '33475891.00'])
  assert.ok(
    lines.some((line) => line.includes('Marine Lake Events Centre,5651282.00,37866796.00,21280701.00')),
  )
  assert.equal((await get('/finance/capital/2024-25/schemes.csv')).body, body)
})

test('the schemes of the CSV add up to its totals', async () => {
  const { records } = JSON.parse((await get('/finance/capital/2024-25.json')).body)
  const schemes = records.filter(({ scheme }: { scheme: string }) => !/ total$|^Total /.test(scheme))
  const sum = (key: string) =>
    schemes.reduce((total: number, row: Record<string, number>) => total + (row[key] ?? 0), 0)
  assert.equal(schemes.length, 68)
  assert.deepEqual([sum('y2024-25'), sum('y2025-26'), sum('y2026-27')], [85_527_591, 58_248_351, 33_475_891])
})

test('the 28 changes that the paper lists are told as it tells them, and what it does not say is not stated', async () => {
  const { text } = await get('/finance/capital/2024-25/changes')
  assert.match(text, /The paper of July 2024 lists 28 changes; none has been recorded since/)
  assert.match(text, /Acquisition of Magdalen House Added 4\.775 2024\/25 Not stated Council, April 2024/)
  assert.match(text, /Town Deal budgets Reprofiled Not stated 2024\/25 to 2026\/27 Not stated Not stated/)
  assert.match(text, /Transformations de Southport Moved to Highways & Public Protection 2\.500 Not stated/)
  assert.match(text, /As the meeting of July 2024 saw it 85,527,591 58,248,351 33,475,891/)
  const { records } = JSON.parse((await get('/finance/capital/2024-25/changes.json')).body)
  assert.equal(records.length, 28)
})

test('a scheme has a page of its own with its years and its changes', async () => {
  const { text } = await get('/finance/capital/2024-25/schemes/capital-26')
  assert.match(text, /Strategic Acquisitions – Ainsdale £624,303 over 2 years/)
  assert.match(text, /Strategic Acquisitions at Ainsdale Reprofiled 0\.454 2024\/25 to 2025\/26/)
  assert.equal((await get('/finance/capital/2024-25/schemes/capital-99')).status, 404)
})

test('a year in which no programme begins is not found', async () => {
  const { status, text } = await get('/finance/capital/2030-31')
  assert.equal(status, 404)
  assert.match(text, /No capital programme is held that begins in 2030\/31/)
})

test('what is no year is said to be none, as it was written', async () => {
  const { status, text } = await get('/finance/capital/no-such-thing')
  assert.equal(status, 404)
  assert.match(text, /'no-such-thing' is not a financial year; write it as 2024-25/)
})

test('the four estimates of July 2024 wait for Council and are in no total', async () => {
  const { text } = await get('/finance/capital/2024-25/estimates')
  assert.match(
    text,
    /4 estimates of £687,640 together are not known to be approved, and so not in the programme/,
  )
  assert.match(text, /Red Rose Park works 40,000 Capital receipts Not stated Recommended to Council/)
  assert.match(
    text,
    /Microphone .* body of the paper says prudential borrowing, the recommendation external borrowing/,
  )
})

test('the funding is held against the programme with every figure there is for both', async () => {
  const { text } = await get('/finance/capital/2024-25/funding')
  assert.match(text, /£85\.567m of funding for 2024\/25: £0\.039m more than the schemes add up to/)
  assert.match(text, /Funding, computed from its sources £85\.567m £0\.039m/)
  assert.match(text, /Funding, as printed £85\.568m £0\.040m/)
  assert.match(text, /Programme, as printed £85,567,591 £40,000/)
  assert.match(
    text,
    /add up to £85\.567m, £0\.001m less than the printed £85\.568m\. The 4 lines are rounded/,
  )
  assert.match(text, /£8\.816m was not spent in 2023\/24 and is carried into 2024\/25/)
  assert.match(text, /Disabled Facilities Grant Adult Social Care 5,261,093 3,500,000 1,761,093/)
  assert.match(text, /All block grants 23,009,351 3,500,000 19,509,351/)
})

test('spending stands against profile, budget and forecast, and what that can show is said', async () => {
  const { text } = await get('/finance/capital/2024-25/spending')
  assert.match(
    text,
    /£12\.105m was spent by the end of June 2024: 14% of the year’s budget, with 3 of 12 months gone/,
  )
  assert.match(text, /underspend of £0\.071m.* at the pace so far the year would end at £48\.420m/)
  assert.match(text, /the profile cannot show whether a scheme slips/)
  assert.match(text, /Exceptional items together 40\.689/)
  assert.match(text, /Main projects together 11\.460/)
  assert.match(
    text,
    /Plant, Vehicle .* 1\.257 Green Sefton – Vehicles, Plant & Machinery, together with Vehicle Replacement/,
  )
})

test('differences that rounding makes are told from those that nobody explains', async () => {
  const { text } = await get('/finance/capital/2024-25/totals')
  assert.match(
    text,
    /Profile to June: the lines add up to £12\.105m, £0\.001m less than the printed £12\.106m\. The 8 lines are rounded/,
  )
  assert.match(text, /Forecast variance of 2024\/25 −£0\.071m −£0\.071m £0\.000m Agrees/)
  assert.match(
    text,
    /Programme 2024\/25 in £m: .* £0\.040m less than the printed £85\.568m\. The paper does not explain/,
  )
})

test('what has just the amount of an unexplained difference is pointed out, and not called its cause', async () => {
  const { text } = await get('/finance/capital/2024-25/totals')
  assert.match(
    text,
    /£40,000 is also the amount of Natural Flood Management works \(added\) and of Red Rose Park works \(supplementary estimate\)\. The paper does not say that it is the cause/,
  )
})

test('schemes at risk of slipping are those whose own spending says so', async () => {
  const { text } = await get('/finance/capital/2024-25/slippage')
  assert.match(text, /3 schemes of the 11 of which anything is known by the end of June 2024 are at risk/)
  assert.match(
    text,
    /Schools Programme is likely to end the year between £1\.976m and £8\.523m, of a budget of £8\.523m; 6% is spent/,
  )
  assert.match(
    text,
    /Community Equipment has spent £0\.196m, more than its budget of £0\.129m for the whole year/,
  )
  const scheme = (await get('/finance/capital/2024-25/schemes/capital-27')).text
  assert.match(
    scheme,
    /At risk of slipping Spent £0\.510m by the end of June 2024, as the project Marine Lake Events Centre/,
  )
  assert.match(scheme, /Social No measure is recorded/)
})
