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
  assert.match(totals, /25 of 27 totals that the paper of July 2024 prints agree with their lines; 2 differ/)
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
