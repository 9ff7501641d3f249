import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'
import { browserOf } from '#test/support/visitor.ts'

const { app, get } = await seftonApp({ after }, { visitor: 'business-intelligence' })
const keeper = browserOf(app)

test('scenarios stand side by side, and a split that only shows the product says so', async () => {
  const { text } = await get('/high-needs/scenarios')
  for (const title of [
    'Central',
    'High demand',
    'Mitigations in full',
    'Mitigations by half',
    'No mitigations',
  ])
    assert.ok(text.includes(title), title)
  const example = await get('/high-needs/scenarios?example=illustrative')
  assert.match(example.text, /illustrative It only shows how a split is put in/)
  assert.match(example.text, /The rows hold 3,184 plans; the papers count 3,184\./)
  assert.match(example.text, /costs £63\.699m; net expenditure was £63\.700m/)
})

test('a scenario that cannot be is refused beside its field, with row and remedy', async () => {
  const header = 'age band,need,placement,plans,new %25,end %25,unit cost £,moves to age band,moves %25'
  const rows = (...lines: string[]) => `cohorts=${[header, ...lines].join('%0A')}`
  const cases: [string, RegExp][] = [
    ['grantGrowthLow=-120', /growth of −120% the grant would fall below zero; it can fall by at most 100%/],
    ['plans=-4', /-4 plans cannot be; give how many there are, 0 or more/],
    ['inflationLikely=high', /‘high’ is not a number; write digits/],
    ['grant=46760000', /The grant is in £m: write £46,760,000 as 46\.76/],
    [rows('5 to 10,All,Special,-3,100,5,27000,,'), /Row 1: -3 plans cannot be/],
    [
      rows('5 to 10,All,Special,30,50,5,27000,,', '5 to 10,All,Unit,30,50,5,0.019,,'),
      /Row 2: a unit cost of £0\.019 a year looks like thousands or millions of pounds; write it in pounds/,
    ],
    [rows('5 to 10,All,Special,30,90,5,27000,,'), /add up to 90%; make those of all rows add up to 100%/],
    ['cohorts=age band,need', /The first line names the columns age band,need,placement/],
  ]
  for (const [query, expected] of cases) {
    const { text } = await get(`/high-needs/scenarios?${query}`)
    assert.match(text, /There is a problem/, query)
    assert.match(text, expected, query)
  }
})

test('one’s own scenario is kept for everybody by somebody who may, under a name of its own', async () => {
  const address = '/high-needs/scenarios?arrivalsLow=500&arrivalsLikely=700&arrivalsHigh=900'
  assert.ok(!(await get(address)).text.includes('Keep this scenario'))
  assert.match(
    (await get(address)).text,
    /Yours New plans a year: lowest 500; New plans a year: likeliest 700/,
  )
  const kept = await keeper.send(address, { title: 'Seven hundred' }, '/high-needs/scenarios')
  assert.equal(kept.location, '/high-needs/scenarios?done=saved')
  assert.match((await get('/high-needs/scenarios')).text, /Seven hundred Kept by test business-intelligence/)
  const again = await keeper.send(address, { title: 'Seven  hundred' }, '/high-needs/scenarios')
  assert.equal(again.status, 409)
  assert.match(again.text, /Give yours another name; nothing is overwritten/)
  const nameless = await keeper.send(address, { title: ' ' }, '/high-needs/scenarios')
  assert.match(nameless.text, /Give the scenario a name.*Yours New plans a year: lowest 500/)
})

test('a kept scenario that splits plans by need tells how many places a need wants', async () => {
  const rows = [
    'age band,need,placement,plans,new %,end %,unit cost £,moves to age band,moves %',
    'All,Autism,SEN unit,170,30,0,20000,,',
    'All,Other needs,Mainstream,3014,70,5,20000,,',
  ].join('\n')
  const address = `/high-needs/scenarios?${new URLSearchParams({ cohorts: rows })}`
  await keeper.send(address, { title: 'By need' }, '/high-needs/scenarios')
  // 170 and 30 % of 611 new plans in each of five years.
  assert.match((await get('/high-needs/places')).text, /Autism 7 158 0 1,086 −928/)
})
