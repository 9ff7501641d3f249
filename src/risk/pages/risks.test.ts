import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const site = await seftonApp({ after })

test('the register begins with what to look at, and then the corporate register', async () => {
  const { text } = await site.get('/risks')
  assert.match(text, /Above appetite 4 .*What to look at.*Home to School Transport.* nothing is being done/)
  assert.match(text, /Corporate register High Needs deficit .*Level not stated Adult social care demand/)
  assert.match(text, /Loss of commercial income R-07, Treasury .*Not scored/)
})

test('the register is filtered by level, category, priority and unit, in its address', async () => {
  const count = async (query: string) => /(\d+) risks? /.exec((await site.get(`/risks?${query}`)).text)?.[1]
  assert.equal(await count('level=corporate'), '1')
  assert.equal(await count('category=Performance'), '2')
  assert.equal(await count('priority=children-and-young-people'), '4')
  assert.equal(await count('unit=service:adult-social-care'), '1')
  assert.equal(await count('status=closed'), '1')
})

test('the heat map names each risk in its cell, marks what is illustrative, and counts those not scored', async () => {
  const { body, text } = await site.get('/risks/heat-map')
  assert.match(text, /7 risks on the map, 6 not scored/)
  assert.match(
    body,
    /data-label="Likelihood 3, impact 4: 12 high">(?:(?!<\/td>)[\s\S])*R-03[\s\S]*?illustrative/,
  )
  assert.match((await site.get('/risks/heat-map?level=corporate')).text, /1 risk on the map/)
  assert.match((await site.get('/risks/heat-map.csv')).body, /R-01,High Needs deficit/)
})

test('one risk says what nobody stated, what its score means, and how it came to it', async () => {
  const { text } = await site.get('/risks/r-03')
  assert.match(text, /Down from 20 to 12, since 16 January 2024/)
  assert.match(text, /likelihood 3, possible: between 1 in 5 and 1 in 2/)
  assert.match(text, /Cause not stated .* Owner not stated/)
  assert.match(text, /Percentage of Agency Workers Measure Matched by subject/)
  assert.match((await site.get('/risks/x-01')).text, /Escalated: service .*decided by Assistant Director/)
})

test('an exempt risk is there for those who may see it, and nowhere for others', async () => {
  assert.match((await site.get('/risks', 'leader')).text, /exempt from publication illustrative exempt/)
  for (const role of ['scrutiny', 'councillor', 'service-manager'] as const) {
    for (const address of ['/risks', '/risks?status=all', '/risks/heat-map', '/risks.csv', '/risks.json'])
      assert.doesNotMatch((await site.get(address, role)).body, /x-03|X-03/, `${address} for ${role}`)
    assert.equal((await site.get('/risks/x-03', role)).status, 404)
  }
  assert.match(
    (await site.get('/risks/x-03', 'leader')).text,
    /exempt from publication Illustrative: it would tell/,
  )
})
