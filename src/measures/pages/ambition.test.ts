import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })

test('a target is held against neighbours’ real histories, in words, a chart and a table', async () => {
  const { status, text } = await get('/measures/sm-20/ambition?target=75&by=2026-27')
  assert.equal(status, 200)
  assert.match(text, /75\.0% would be 5th of 21, in the best quarter/)
  assert.match(text, /improvement of 10\.65 percentage points a year, for 3\.25 years/)
  assert.match(
    text,
    /5 of 20 similar councils ever improved so fast over 3 years, 1 of them from where Sefton is now/,
  )
  assert.match(text, /Target for 2026\/27/)
  const csv = await get('/measures/sm-20/ambition.csv?target=75&by=2026-27')
  assert.match(csv.body, /St Helens,28\.\d+/)
})

test('before a target is tried it offers those that similar councils are at, as links', async () => {
  const { body, text } = await get('/measures/sm-60/ambition')
  assert.match(text, /The middle of similar councils: 40\.6%/)
  assert.match(body, /href="\/measures\/sm-60\/ambition\?target=40\.6&amp;by=2026-27"/)
})

test('what cannot be judged is said, and what was typed stays', async () => {
  const typed = await get('/measures/sm-20/ambition?target=lots&by=2026-27')
  assert.match(typed.text, /Write the target as a number/)
  assert.match(typed.body, /value="lots"/)
  assert.match((await get('/measures/sm-20/ambition?target=120')).text, /lies between 0 and 100/)
  assert.match((await get('/measures/sm-20/ambition?target=60&by=never')).text, /'never' is not a period/)
  assert.match((await get('/measures/sm-20/ambition?target=60&by=2020-21')).text, /no time is left/)
  assert.match((await get('/measures/sm-05/ambition?target=60')).text, /No figures are held/)
  assert.match((await get('/measures/sm-21/ambition?target=60')).text, /Neither way is good/)
  assert.equal((await get('/measures/sm-999/ambition')).status, 404)
})
