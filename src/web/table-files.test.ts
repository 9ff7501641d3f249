import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleServer } from './testing/sample-server.ts'

const server = await sampleServer()

test('the first table of a page is its CSV: exact numbers, missing said in words, text that is no formula', async () => {
  const { body, headers } = await server.inject('/measures/a-b.csv')
  assert.equal(headers['content-type'], 'text/csv; charset=utf-8; header=present')
  assert.equal(headers.link, '</measures/a-b-metadata.json>; rel="describedby"')
  assert.equal(
    body,
    'Group,Area,"Rate, %"\r\nNorth,"\'=Southport, ""north""",12.5\r\nNorth,Formby,not collected\r\n',
  )
})

test('the same table as JSON has one object a row, and says why a number is missing', async () => {
  assert.deepEqual((await server.inject('/measures/a-b.json')).json(), {
    name: 'a-b',
    caption: 'By area',
    notes: ['Household waste only.'],
    records: [
      { group: 'North', area: '=Southport, "north"', rate: 12.5 },
      { group: 'North', area: 'Formby', rate: null, rate_missing: 'not collected' },
    ],
  })
})

test('the metadata name the CSV, its columns, its licence and the words that stand for missing', async () => {
  const { headers, ...answer } = await server.inject('/measures/a-b-metadata.json')
  assert.match(String(headers['content-type']), /application\/csvm\+json/)
  const metadata = JSON.parse(answer.body)
  assert.equal(metadata.url, 'a-b.csv')
  assert.equal(metadata['dc:license']['@id'], 'https://example.org/licence')
  assert.deepEqual(metadata.tableSchema.columns.at(-1), {
    name: 'rate',
    titles: 'Rate, %',
    datatype: 'decimal',
    null: ['', 'not collected'],
  })
})

test('a further table is asked for by name, and a wrong name is answered with the right ones', async () => {
  assert.equal((await server.inject('/measures/a-b.json?table=other')).json().name, 'other')
  const wrong = await server.inject('/measures/a-b.csv?table=nothing')
  assert.equal(wrong.statusCode, 404)
  assert.match(wrong.body, /Its tables: a-b, other/)
})

test('table files ask for the same permission as their page', async () => {
  const refused = await server.inject({ url: '/measures/a-b.csv', headers: { 'x-role': 'resident' } })
  assert.equal(refused.statusCode, 403)
})
