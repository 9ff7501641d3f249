import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleServer } from './testing/sample-server.ts'

const logged: string[] = []
const server = await sampleServer({
  logger: { level: 'error', stream: { write: (line: string) => logged.push(line) } },
  noticeFor: async () => 'Published figures to June 2024',
})

test('a page is drawn inside its authority, with the council, the section and the way back', async () => {
  const { statusCode, body, headers } = await server.inject('/measures/recycling-rate')
  assert.equal(statusCode, 200)
  assert.equal(headers['content-type'], 'text/html; charset=utf-8')
  assert.match(
    body,
    /<title>Bins &amp; &lt;b&gt;boxes&lt;\/b&gt; - Golden Thread - Sampleton Council<\/title>/,
  )
  assert.match(body, /<html lang="en-GB"/)
  assert.match(body, /href="\/measures"\s+aria-current="true"/)
  assert.match(body, /Published figures to June 2024/)
  assert.match(body, /Quarter: <strong>2024\/25 Q1<\/strong>/)
})

test('text from outside is escaped wherever it is printed', async () => {
  const { body } = await server.inject('/measures/x?comment=%3Cscript%3Ealert(1)%3C/script%3E')
  assert.doesNotMatch(body, /<script>alert/)
  assert.match(body, /&lt;script&gt;alert\(1\)/)
})

test('a misspelt name in a template is an error while views are strict, also in a condition', async () => {
  assert.equal((await server.inject('/misspelt')).statusCode, 500)
  assert.match(logged.pop() ?? '', /view has no 'coment'. It has: comment/)
})

test('a misspelt name is forgiven in production', async () => {
  const production = await sampleServer({ strictViews: false })
  assert.equal((await production.inject('/misspelt')).statusCode, 200)
})

test('somebody who may not see a page is told why and who may', async () => {
  const { statusCode, body } = await server.inject({ url: '/measures/x', headers: { 'x-role': 'resident' } })
  assert.equal(statusCode, 403)
  assert.match(body, /Resident may not read the register of measures/)
})

test('a page that is not there says what may have been meant', async () => {
  const known = await server.inject('/measures/unknown')
  assert.equal(known.statusCode, 404)
  assert.match(known.body, /No measure has the code &#39;unknown&#39;/)
  assert.match(known.body, /href="\/measures\/recycling-rate">Recycling rate/)
  const slip = await server.inject('/mispelt')
  assert.equal(slip.statusCode, 404)
  assert.match(slip.body, /href="\/misspelt"/)
})

test('a change that somebody else made first is a conflict that says what changed', async () => {
  const { statusCode, body } = await server.inject('/measures/changed')
  assert.equal(statusCode, 409)
  assert.match(body, /The target was changed to 60% by Finance/)
})

test('a fault shows a reference and no detail, and is logged once under that reference without the query', async () => {
  logged.length = 0
  const { statusCode, body } = await server.inject('/measures/broken?person=Jane')
  assert.equal(statusCode, 500)
  assert.doesNotMatch(body, /a secret detail/)
  const reference = body.match(/Reference: <strong>(\w{8})<\/strong>/)?.[1] ?? 'none'
  assert.equal(logged.length, 1)
  assert.match(logged[0] ?? '', new RegExp(reference))
  assert.match(logged[0] ?? '', /a secret detail/)
  assert.doesNotMatch(logged[0] ?? '', /Jane/)
})

test('a database that does not answer is said to be so, with when to try again', async () => {
  const { statusCode, headers, body } = await server.inject('/measures/silent')
  assert.equal(statusCode, 503)
  assert.equal(headers['retry-after'], '30')
  assert.match(body, /Try again in a minute/)
})

test('programs get their errors as JSON', async () => {
  for (const url of ['/measures/unknown.json', '/api/v1/nothing']) {
    const answer = await server.inject(url)
    assert.equal(answer.statusCode, 404)
    assert.equal(answer.json().title, 'Page not found')
  }
})

test('an API answer is JSON and a file is saved under its name', async () => {
  assert.deepEqual((await server.inject('/api/v1/measures')).json(), { measures: ['Bins & <b>boxes</b>'] })
  const file = await server.inject({ url: '/reports/file' })
  assert.equal(file.headers['content-disposition'], "attachment; filename*=UTF-8''Q1%20report.txt")
})

test('the operator can ask whether the program runs and whether it reaches its database', async () => {
  assert.equal((await server.inject('/healthz')).statusCode, 200)
  assert.deepEqual((await server.inject('/readyz')).json(), { status: 'ready' })
})
