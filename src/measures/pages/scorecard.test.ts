import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { shipped } from '#src/demo/csv.ts'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })
const titles = shipped('sefton/strategic_measures.csv').map(({ measure = '' }) => measure.trim())

test('all 86 measures stand on the scorecard, in printed order', async () => {
  const { body } = await get('/scorecards/corporate')
  const codes = [...body.matchAll(/href="\/measures\/(sm-\d+)"/g)].map(([, code]) => code)
  assert.deepEqual(
    codes,
    titles.map((_, index) => `sm-${String(index + 1).padStart(2, '0')}`),
  )
})

test('a measure behind which no public series stands is said to be not collected here', async () => {
  const { records } = JSON.parse((await get('/scorecards/corporate.json')).body)
  assert.equal(records.length, 86)
  const missing = records.filter((row: Record<string, unknown>) => row.value === null)
  const without = missing.filter((row: Record<string, unknown>) => row.value_missing === 'Not collected here')
  const unmatched = shipped('sefton/measure_series.csv').filter(({ match }) => match === 'none')
  assert.equal(without.length, unmatched.length)
  assert.equal(without.length, 50)
  for (const row of missing) assert.equal(row.status, 'No figures')
})

test('a figure has its period, and none is from after the quarter', async () => {
  const { records } = JSON.parse((await get('/scorecards/corporate.json')).body)
  const held = records.filter((row: Record<string, unknown>) => row.value !== null)
  assert.equal(held.length, 35)
  for (const { period, measure } of held) {
    assert.match(period, /\d{4}/, measure)
    assert.doesNotMatch(period, /202[5-9]|2024\/25$/, measure)
  }
})

test('no measure has a target, and it is said of each rather than left empty', async () => {
  const { records } = JSON.parse((await get('/scorecards/corporate.json')).body)
  const said = new Set(records.map(({ target }: { target: string }) => target))
  assert.deepEqual([...said].sort(), ['None: for context', 'Not set'])
})

test('the scorecard can be kept to one status, and says so', async () => {
  const { text, body } = await get('/scorecards/corporate?status=worst-quarter')
  assert.match(text, /8 of 86 measures/)
  assert.equal(body.match(/href="\/measures\/sm-\d+"/g)?.length, 8)
})

test('an earlier quarter shows what was known of periods ended by then', async () => {
  const row = async (query: string) => {
    const { records } = JSON.parse((await get(`/scorecards/corporate.json${query}`)).body)
    return records.find(({ measure }: { measure: string }) =>
      measure.startsWith('Rate of Child Vaccinations'),
    )
  }
  assert.equal((await row('')).period, '2024/25 Q1')
  assert.equal((await row('?period=2023-24-q4')).period, '2023/24 Q4')
})

test('a column in which every cell would say the same is said once instead', async () => {
  const { body, text } = await get('/scorecards/corporate')
  assert.match(text, /No measure here has a target or an owner/)
  assert.doesNotMatch(body, /<th scope="col"[^>]*>Owner/)
  const { records } = JSON.parse((await get('/scorecards/corporate.json')).body)
  assert.equal(records[0].owner, 'None named')
})

test('whether a measure really changed is a word with an icon of no status colour', async () => {
  const { body } = await get('/scorecards/corporate')
  const row = body.match(/sm-03"[\s\S]*?<\/tr>/)?.[0] ?? ''
  assert.match(row, /gt-spc--concern[\s\S]*?Perhaps worse than usual/)
  assert.match(row, /gt-sparkline[\s\S]*?#cf4a02/)
})

test('the page of 86 measures is light enough to send to a phone', async () => {
  const { body } = await get('/scorecards/corporate')
  assert.ok(body.length < 300 * 1024, `${Math.round(body.length / 1024)} kB`)
})
