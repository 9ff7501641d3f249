import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addKey, endKey } from '#src/access/api-key-commands.ts'
import { createApp } from '#src/app.ts'
import { linkSeries } from '#src/measures/commands.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { cycleCouncil } from '#test/support/cycle-council.ts'
import type { Ending } from '#test/support/database.ts'
import { measureEndpoints } from './endpoints.ts'

async function setUp(t: Ending) {
  const council = await cycleCouncil(t)
  const { db, keeper } = council
  await linkSeries(db, keeper, [
    {
      measure: 'm-1',
      series: 'recycling',
      match: 'own',
      role: 'main',
      neighbours: null,
      englandIsTotal: false,
      note: null,
    },
  ])
  let now = new Date('2024-08-01T09:00:00Z')
  const site = { demo: true, publicUrl: null, provider: null, rolesOf: null, now: () => now }
  const authority = await council.reading((db) => authorityOf(db, keeper))
  const app = createApp({ database: db, authority, production: false, site })
  t.after(() => app.close())
  const keyOf = (code: string, until = '2099-03-31') =>
    addKey(db, keeper, { label: `${code} system`, unit: { kind: 'service', code }, until })
  const call = (
    token: string | null,
    payload: string,
    more: { query?: string; headers?: Record<string, string> } = {},
  ) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/observations${more.query ?? ''}`,
      payload,
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...more.headers,
      },
    })
  const held = () =>
    council.reading(async (db) =>
      (await db.selectFrom('observation').select(['value', 'recorded_by']).orderBy('revision').execute()).map(
        ({ value, recorded_by }) => `${value} by ${recorded_by}`,
      ),
    )
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  return { ...council, app, keyOf, call, held, later }
}

const figure = (value: unknown, more: object = {}) => ({
  measure: 'm-1',
  area_code: 'E08000001',
  period: '2023-24-q4',
  value,
  ...more,
})

test('a program with a key sends figures of its own measures, as JSON or CSV, under its own name', async (t) => {
  const { keyOf, call, held, events } = await setUp(t)
  const token = await keyOf('housing')
  const dry = await call(token, JSON.stringify([figure(41.7)]), { query: '?dry-run=yes' })
  assert.deepEqual([dry.statusCode, dry.json().accepted, dry.json().stored], [200, 1, false])
  assert.match((await events()).at(-1) ?? '', /^key\.used key\/\d+$/)
  const stored = await call(token, JSON.stringify({ figures: [figure('41.7')] }))
  assert.deepEqual([stored.statusCode, stored.json().accepted, stored.json().stored], [200, 1, true])
  const csv = 'series_code,area_code,period,value\nrecycling,E08000001,2023-24-q4,42'
  const revised = await call(token, csv, {
    query: '?reason=Final%20return',
    headers: { 'content-type': 'text/csv' },
  })
  assert.equal(revised.json().revised, 1)
  assert.deepEqual(await held(), ['41.7 by API key: housing system', '42 by API key: housing system'])
  assert.equal((await events()).at(-1), 'observations.imported observations')
})

test('figures of another unit’s measures are refused by row, and nothing is stored', async (t) => {
  const { keyOf, call, held } = await setUp(t)
  const answer = await call(
    await keyOf('waste'),
    JSON.stringify([figure(1, { measure: undefined, series_code: 'recycling' })]),
  )
  assert.equal(answer.statusCode, 422)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  const { problems, detail } = answer.json()
  assert.match(detail, /Nothing was stored/)
  assert.deepEqual([problems[0].row, problems[0].column], [1, 'series_code'])
  assert.match(problems[0].message, /does not answer for a measure with the series 'recycling'/)
  assert.deepEqual(await held(), [])
})

test('what is wrong and what looks unlikely comes back by row, column, value and message', async (t) => {
  const { keyOf, call, held } = await setUp(t)
  const token = await keyOf('housing')
  const wrong = await call(token, JSON.stringify([figure(1), figure('about 5', { area_code: 'E08000002' })]))
  assert.deepEqual(
    [wrong.statusCode, wrong.json().problems[0].row, wrong.json().problems[0].column],
    [422, 2, 'value'],
  )
  const odd = JSON.stringify([figure(141)])
  assert.match((await call(token, odd)).json().warnings[0].message, /above 100/)
  assert.deepEqual(await held(), [])
  assert.equal((await call(token, odd, { query: '?accept-warnings=yes' })).statusCode, 200)
  for (const body of ['', '{', '[]', '[1]', '{"figures":"x"}'])
    assert.equal((await call(token, body)).statusCode, 400, body)
})

test('the same sending again is answered as before and not done again', async (t) => {
  const { keyOf, call, held } = await setUp(t)
  const token = await keyOf('housing')
  const headers = { 'idempotency-key': 'one' }
  const body = JSON.stringify([figure(41.7)])
  const [first, second] = [await call(token, body, { headers }), await call(token, body, { headers })]
  assert.deepEqual(second.json(), first.json())
  assert.equal(second.headers['idempotent-replayed'], 'true')
  assert.equal((await call(token, JSON.stringify([figure(50)]), { headers })).statusCode, 422)
  assert.equal((await held()).length, 1)
})

test('without a good key nothing is answered, and a cookie is no key', async (t) => {
  const { app, keyOf, call, later, db, keeper, held } = await setUp(t)
  const body = JSON.stringify([figure(41.7)])
  const role = await app.inject({ url: '/measures', headers: { host: 'localhost' } })
  const cookie = String(role.headers['set-cookie'] ?? 'goldenthread=s.x').split(';')[0] ?? ''
  const ended = await keyOf('housing')
  await endKey(db, keeper, { id: 1 })
  const short = await keyOf('housing', '2024-08-01')
  later(24 * 60)
  const attempts = [
    await call(null, body),
    await call(null, body, { headers: { cookie } }),
    await call(`gt_${'x'.repeat(43)}`, body),
    await call(ended, body),
    await call(short, body),
  ]
  for (const answer of attempts) {
    assert.equal(answer.statusCode, 401)
    assert.equal(answer.headers['www-authenticate'], 'Bearer')
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  }
  assert.deepEqual(await held(), [])
})

test('a key is held to its rate', async (t) => {
  const { app, keyOf, later } = await setUp(t)
  const headers = { authorization: `Bearer ${await keyOf('housing')}` }
  const ask = async () => (await app.inject({ url: '/api/v1/measures/m-1', headers })).statusCode
  for (let n = 0; n < 60; n++) assert.equal(await ask(), 200)
  assert.equal(await ask(), 429)
  later(1)
  assert.equal(await ask(), 200)
  assert.equal((await app.inject({ url: '/api/v1/measures/none', headers })).statusCode, 404)
})

test('the description of the API names every address that is served, and no other', async (t) => {
  const { app } = await setUp(t)
  const { paths } = (await app.inject('/api/openapi.json')).json() as { paths: Record<string, object> }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = measureEndpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  assert.deepEqual(described.sort(), [...served].sort())
  for (const { method, path } of measureEndpoints) assert.ok(app.hasRoute({ method, url: path }), path)
})
