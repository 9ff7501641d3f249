import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { inAuthority } from '#src/db/transaction.ts'
import { peopledCouncil } from '#test/support/people.ts'
import type { SentFile, Visitor } from '#test/support/visitor.ts'

const council = await peopledCouncil({ after })
const { db, signIn, person, later } = council
await person('second@smallton.example', 'business-intelligence')

let keeper: Visitor
beforeEach(async () => {
  keeper = (await signIn('keeper@smallton.example')).browser
})

const header = 'measure_code,area_code,category,period,value'
const file = (...rows: string[]): SentFile => ({
  name: 'figures.csv',
  contents: [header, ...rows].join('\n'),
})
const row = (category: string, value: string, period = '2023/24') =>
  `recycling,E08000001,${category},${period},${value}`

/** Brings a file and gives where it waits. */
async function bring(
  sent: SentFile,
  typed: Record<string, string> = {},
  by: Visitor = keeper,
): Promise<string> {
  const { status, location, text } = await by.sendFile('/import', { source: '', ...typed }, sent)
  assert.equal(status, 303, text)
  assert.match(location, /^\/import\/[\w-]{22}$/)
  return location
}

const held = (category: string) =>
  inAuthority(db, 1, async (db) => {
    const rows = await db
      .selectFrom('observation')
      .select(['value', 'reason'])
      .where('category', '=', category)
      .orderBy('period_start')
      .orderBy('revision')
      .execute()
    return rows.map(({ value, reason }) => (reason === null ? value : `${value}: ${reason}`))
  })

const waiting = () =>
  inAuthority(db, 1, async (db) => (await db.selectFrom('upload').select('id').execute()).length)

test('a file is looked at before anything is stored, and then stored and forgotten', async () => {
  const place = await bring(file(row('first', '41.7'), row('first', '42', '2022/23')))
  const { text } = await keeper.get(place)
  assert.match(text, /Before figures\.csv is stored/)
  assert.match(text, /New 2 Revised 0 Held already 0/)
  assert.match(text, /One figure a row, with its header in row 1/)
  assert.deepEqual(await held('first'), [])
  const stored = await keeper.send(place, {}, `${place}/store`)
  assert.equal(stored.location, '/import?done=stored')
  assert.deepEqual(await held('first'), ['42', '41.7'])
  assert.match((await keeper.get(stored.location)).text, /The figures are stored\..*figures\.csv .* 2 0 0/)
  assert.equal((await keeper.get(place)).status, 404)
  assert.equal(await waiting(), 0)
})

test('spreadsheets are taken as well as CSV', async () => {
  const rows = [header.split(','), ['recycling', 'E08000001', 'sheet', '2023/24', 41.5]]
  for (const [name, write] of [
    ['figures.xlsx', writeXlsx],
    ['figures.ods', writeOds],
  ] as const) {
    const contents = await write({
      sheets: [
        { name: 'Figures', rows },
        { name: 'Notes', rows: [['Note'], ['A']] },
      ],
    })
    const { text } = await keeper.get(await bring({ name, contents }))
    assert.match(text, /on the sheet ‘Figures’, with its header in row 1/, name)
    assert.match(text, /The top of the file, sheet ‘Figures’/, name)
  }
})

test('a file that is no table, or none, is said beside the field', async () => {
  const wrong: [SentFile | null, RegExp][] = [
    [null, /There is a problem Choose a file/],
    [{ name: 'x.pdf', contents: '%PDF-1.7' }, /There is a problem This is a PDF, not a table/],
    [{ name: 'x.xlsx', contents: Uint8Array.of(0x50, 0x4b, 3, 4, 9) }, /spreadsheet file is damaged/],
  ]
  for (const [sent, says] of wrong) {
    const answer = await keeper.sendFile('/import', { source: 'Waste team' }, sent)
    assert.equal(answer.status, 400)
    assert.match(answer.text, says)
    assert.match(answer.body, /value="Waste team"/)
  }
})

test('every problem is told with row, column, value and remedy, page by page and as CSV', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => row('wrong', `about ${n}`))
  const place = await bring(file(row('wrong', '1', '2022/23'), ...rows))
  const first = await keeper.get(place)
  assert.match(first.text, /Nothing can be stored yet: 60 rows cannot be read/)
  assert.match(first.text, /3 value about 0/)
  assert.match(first.text, /Showing 1 to 50 of 60/)
  assert.doesNotMatch(first.body, new RegExp(`${place}/store`))
  assert.match((await keeper.get(`${place}?page=2`)).text, /62 value about 59/)
  const csv = await keeper.get(`${place}.csv`)
  assert.match(csv.body, /^.*Row,Column,Value,What is wrong\r\n3,value,about 0,/)
  const forced = await keeper.post(`${place}/store`, await keeper.fields(place, `${place}/throw-away`))
  assert.match(forced.location, /done=changed/)
  assert.deepEqual(await held('wrong'), [])
})

test('what looks unlikely is accepted one by one or all at once, and stored only then', async () => {
  const place = await bring(
    file(row('odd', '141'), row('odd', '150', '2022/23'), row('odd', '160', '2021/22')),
  )
  const asked = await keeper.get(place)
  assert.match(asked.text, /Is this right\?.*2 value 141 .*above 100/)
  assert.doesNotMatch(asked.body, new RegExp(`${place}/store`))
  const fields = await keeper.fields(place, `${place}/warnings`)
  assert.ok(fields.warning)
  const [, key = ''] = /id="warning-1"[^>]*value="([^"]*)"/.exec(asked.body) ?? []
  await keeper.post(`${place}/warnings`, { token: fields.token ?? '', once: fields.once ?? '', warning: key })
  const after = await keeper.get(place)
  assert.match(after.text, /You have looked at 1 warning and said that it is right/)
  assert.match(after.text, /All 2 are right/)
  const rest = await keeper.fields(place, `${place}/warnings`)
  await keeper.post(`${place}/warnings`, { token: rest.token ?? '', once: rest.once ?? '', all: 'yes' })
  assert.equal((await keeper.send(place, {}, `${place}/store`)).location, '/import?done=stored')
  assert.deepEqual(await held('odd'), ['160', '150', '141'])
})

test('a revision shows what was and what becomes, and needs its reason', async () => {
  const once = await bring(file(row('again', '41.7')))
  await keeper.send(once, {}, `${once}/store`)
  const place = await bring(file(row('again', '42.5'), row('again', '40', '2022/23')))
  const { text } = await keeper.get(place)
  assert.match(text, /New 1 Revised 1 Held already 0/)
  assert.match(text, /What would be revised Row Was Becomes 2 41\.7 42\.5/)
  const without = await keeper.send(place, { reason: ' ' }, `${place}/store`)
  assert.deepEqual(
    [without.status, /Enter why figures that are held are changed/.test(without.text)],
    [400, true],
  )
  const stored = await keeper.send(place, { reason: 'Final return' }, `${place}/store`)
  assert.equal(stored.location, '/import?done=stored')
  assert.deepEqual(await held('again'), ['40', '41.7', '42.5: Final return'])
})

test('when what is held changes between looking and storing, nothing is stored and it is shown anew', async () => {
  const mine = await bring(file(row('race', '41.7')))
  const other = (await signIn('second@smallton.example')).browser
  const theirs = await bring(file(row('race', '39')), {}, other)
  await other.send(theirs, {}, `${theirs}/store`)
  const answer = await keeper.send(mine, {}, `${mine}/store`)
  assert.equal(answer.location, `${mine}?done=changed`)
  const { text } = await keeper.get(answer.location)
  assert.match(text, /What is held has changed since you looked/)
  assert.match(text, /Revised 1 .*Row Was Becomes 2 39 41\.7/)
  assert.deepEqual(await held('race'), ['39'])
})

test('only whoever brought a file may go on with it, from wherever they are signed in', async () => {
  const place = await bring(file(row('mine', '41.7')))
  const other = (await signIn('second@smallton.example')).browser
  assert.equal((await other.get(place)).status, 404)
  const forms = await other.fields('/import', '/import')
  for (const step of ['store', 'mapping', 'warnings'])
    assert.equal((await other.post(`${place}/${step}`, forms)).status, 404, step)
  assert.equal((await other.post(`${place}/throw-away`, forms)).status, 303)
  const elsewhere = (await signIn('keeper@smallton.example')).browser
  assert.match((await elsewhere.get(place)).text, /Before figures\.csv is stored/)
  assert.equal((await elsewhere.send(place, {}, `${place}/throw-away`)).location, '/import?done=away')
  assert.equal((await keeper.get(place)).status, 404)
})

test('somebody who may not record figures cannot bring a file', async () => {
  const member = (await signIn('member@smallton.example')).browser
  assert.equal((await member.get('/import')).status, 403)
  const fields = await member.fields('/account', '/sign-out')
  assert.equal((await member.postFile('/import', fields, file(row('member', '1')))).status, 403)
})

test('a file waits for a day and no longer', async () => {
  const place = await bring(file(row('late', '41.7')))
  later(24 * 60 + 1)
  const again = (await signIn('keeper@smallton.example')).browser
  assert.equal((await again.get(place)).status, 404)
  await bring(file(row('late', '41.7')), {}, again)
  assert.equal(await waiting(), 1)
  keeper = again
})

test('of many files that wait for one person the oldest goes', async () => {
  const places: string[] = []
  for (const n of [1, 2, 3, 4, 5, 6]) {
    later(1)
    places.push(await bring(file(row('many', String(n)))))
  }
  const statuses = await Promise.all(places.map(async (place) => (await keeper.get(place)).status))
  assert.deepEqual(statuses, [404, 200, 200, 200, 200, 200])
})

test('somebody says how a file is laid out, and by its source it is known the next time', async () => {
  const contents = 'Thing;Place;When;How much\nrecycling;Smallton;2020/21;38'
  const typed = { source: 'Waste return' }
  const place = await bring({ name: 'return.csv', contents }, typed)
  assert.match((await keeper.get(place)).text, /header row lacks/)
  const mapping = { series_code: 'Thing', area_code: 'Place', period: 'When', value: 'How much' }
  const read = await keeper.send(place, mapping, `${place}/mapping`)
  assert.equal(read.location, `${place}?done=read`)
  assert.match((await keeper.get(place)).text, /New 1 Revised 0 .*Series, by code Thing/)
  await keeper.send(place, {}, `${place}/store`)
  const next = await bring({ name: 'next.csv', contents: contents.replace('2020/21', '2019/20') }, typed)
  assert.match((await keeper.get(next)).text, /New 1 Revised 0/)
  assert.match((await keeper.get('/import')).text, /Known: Waste return\./)
})

test('the same form sent twice stores once', async () => {
  const place = await bring(file(row('double', '41.7')))
  const fields = await keeper.fields(place, `${place}/store`)
  const answers = await Promise.all([
    keeper.post(`${place}/store`, fields),
    keeper.post(`${place}/store`, fields),
  ])
  assert.ok(
    answers.every(({ status }) => status === 303 || status === 404),
    answers.map(({ status }) => status).join(),
  )
  assert.deepEqual(await held('double'), ['41.7'])
})

test('more figures than are taken here are sent on to the command line', async () => {
  const rows = Array.from({ length: 50_001 }, (_, n) => `recycling,E08000001,p${n},2023/24,40`)
  const { text } = await keeper.get(await bring(file(...rows)))
  assert.match(text, /more than 50,000 figures.*goldenthread import observations FILE/)
})
