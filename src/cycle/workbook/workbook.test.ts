import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { CellValue } from 'hucre'
import { writeOds } from 'hucre/ods'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { createApp } from '#src/app.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { cycleCouncil, slug } from '#test/support/cycle-council.ts'
import type { Ending } from '#test/support/database.ts'
import { browserOf, type SentFile } from '#test/support/visitor.ts'

type Rows = CellValue[][]

async function setUp(t: Ending) {
  const council = await cycleCouncil(t)
  const authority = await council.reading((db) => authorityOf(db, council.keeper))
  const serving = (actor: Actor) => {
    const app = createApp({ database: council.db, authority, actorFor: () => actor, production: false })
    t.after(() => app.close())
    return app
  }
  const app = serving(council.officer)
  const officer = browserOf(app)
  const fetched = async () => {
    const { rawPayload, headers } = await app.inject('/my/workbook.xlsx')
    assert.match(String(headers['content-disposition']), /answers-2024-25-q1\.xlsx/)
    return readXlsx(new Uint8Array(rawPayload), { readStyles: true })
  }
  const rows = async (): Promise<Rows> => (await fetched()).sheets[0]?.rows.map((row) => [...row]) ?? []
  const filled = async (
    fill: (set: (code: string, values: Readonly<Record<string, CellValue>>) => void, rows: Rows) => void,
  ) => {
    const all = await rows()
    const header = (all[0] ?? []).map(String)
    fill((code, values) => {
      const row = all.find((each) => each[1] === code)
      assert.ok(row, code)
      for (const [label, value] of Object.entries(values)) {
        assert.ok(header.includes(label), label)
        row[header.indexOf(label)] = value
      }
    }, all)
    return all
  }
  const send = async (file: SentFile) => {
    const { location, text } = await officer.sendFile('/my/upload', {}, file)
    assert.match(location, /^\/my\/upload\/[\w-]{22}$/, text)
    return location
  }
  const sendXlsx = async (all: Rows) =>
    send({ name: 'answers.xlsx', contents: await writeXlsx({ sheets: [{ name: 'Answers', rows: all }] }) })
  const answered = async () =>
    (await council.requests()).flatMap(({ measure, answer }) =>
      answer === null
        ? []
        : [
            `${measure.code} ${answer.value ?? answer.given.cannotSupply} ${answer.given.status} ${answer.origin}`,
          ],
    )
  return { ...council, app, serving, officer, fetched, rows, filled, send, sendXlsx, answered }
}

const figure = (value: CellValue) => ({ Value: value, 'What happened and why': 'More repairs were done' })

test('the workbook has a row for each measure the officer owes, locked where it is not to be filled in', async (t) => {
  const { fetched, answer } = await setUp(t)
  await answer('m-2', { value: '7', whatHappened: 'It went well' })
  const book = await fetched()
  const [answers, guidance] = book.sheets
  assert.deepEqual(
    answers?.rows.map((row) => row[1]),
    ['Code', 'm-1', 'm-3'],
  )
  assert.match(String(answers?.rows[1]?.[0]), /^2024-25-q1\/m-1\/0\/\w{4}$/)
  assert.match(String(answers?.rows[1]?.[4]), /by 13 July 2099/)
  assert.match(String(guidance?.rows[1]?.[0]), /2 measures wait/)
  assert.deepEqual(
    [answers?.columns?.[0]?.hidden, answers?.protection?.sheet, (answers?.dataValidations ?? []).length >= 9],
    [true, true, true],
  )
})

test('what is filled in is looked at, then stored as answers, and a row left empty is not answered', async (t) => {
  const { filled, sendXlsx, officer, answered, events } = await setUp(t)
  const place = await sendXlsx(
    await filled((set) => {
      set('m-1', { ...figure(86.1), Numerator: 211, Denominator: 245, Status: 'Provisional' })
      set('m-2', { 'Cannot be supplied because': 'The system is down' })
    }),
  )
  const { text } = await officer.get(place)
  assert.match(text, /Would be answered 2 measures Left empty 1 row Problems 0/)
  assert.match(text, /Measure m-1 86\.1, provisional\. More repairs were done/)
  assert.deepEqual(await answered(), [])
  const stored = await officer.send(place, {}, `${place}/store`)
  assert.equal(stored.location, '/my/upload?done=stored')
  assert.deepEqual(await answered(), [
    'm-1 86.1 provisional workbook',
    'm-2 The system is down final workbook',
  ])
  assert.equal((await events()).at(-1), `cycle.answered cycle/${slug}`)
  assert.equal((await officer.get(place)).status, 404)
})

test('what spreadsheets do to a file does no harm: other orders, blank rows, other kinds, a row taken out', async (t) => {
  const { filled, send, officer, answered } = await setUp(t)
  const all = await filled((set) => {
    set('m-1', { ...figure(86.1), 'What we are doing': '=SUM(A1) is only words' })
    set('m-3', figure('1,234.5'))
  })
  const order = [...(all[0] ?? []).keys()].toReversed()
  const rows = all.filter((row) => row[1] !== 'm-2').map((row) => order.map((index) => row[index] ?? null))
  const contents = await writeOds({
    sheets: [{ name: 'Renamed', rows: [['Kept by hand'], [], ...rows.flatMap((row) => [row, []])] }],
  })
  const place = await send({ name: 'answers.ods', contents })
  assert.match((await officer.get(place)).text, /Would be answered 2 measures Left empty 0 rows Problems 0/)
  await officer.send(place, {}, `${place}/store`)
  assert.deepEqual(await answered(), ['m-1 86.1 final workbook', 'm-3 1234.5 final workbook'])
})

test('the plain CSV goes out and comes back too', async (t) => {
  const { app, send, officer, answered } = await setUp(t)
  const { body, headers } = await app.inject('/my/workbook.csv')
  assert.match(String(headers['content-type']), /text\/csv/)
  const rows = parse(body, { bom: true }) as string[][]
  const value = rows[0]?.indexOf('Value') ?? -1
  const happened = rows[0]?.indexOf('What happened and why') ?? -1
  const row = rows.find((each) => each[1] === 'm-1') ?? []
  row[value] = '84.8'
  row[happened] = "'-5 was a mistake"
  const place = await send({ name: 'answers.csv', contents: stringify(rows) })
  await officer.send(place, {}, `${place}/store`)
  assert.deepEqual(await answered(), ['m-1 84.8 final csv'])
})

test('what is wrong is told by row, column, value and remedy, and nothing is stored', async (t) => {
  const { filled, sendXlsx, officer, answered } = await setUp(t)
  const all = await filled((set, rows) => {
    set('m-1', figure('about 80'))
    set('m-2', { Value: new Date(Date.UTC(2024, 5, 1)), 'What happened and why': 'x', Status: 'rough' })
    set('m-3', { Value: 12 })
    rows.push(['2024-25-q1/m-4/0/zzzz', 'm-4', ...Array(4).fill(''), 5], ['', '', '', '', '', '', 9])
  })
  const place = await sendXlsx(all)
  const { text, body } = await officer.get(place)
  for (const says of [
    /2 Value about 80 .*is not a number/,
    /3 Value 2024-06-01/,
    /3 Status rough Choose whether the figure is final, provisional or estimated/,
    /4 What happened and why Say what happened and why/,
    /5 Row key \(leave as it is\) 2024-25-q1\/m-4\/0\/zzzz The key of this row was changed/,
    /6 Row key \(leave as it is\) The key of this row was changed/,
  ])
    assert.match(text, says)
  assert.doesNotMatch(text, /Give the figure/, 'a figure that could not be read is not also called missing')
  assert.match(text, /Would be answered 0 measures/)
  assert.doesNotMatch(body, new RegExp(`${place}/store`))
  assert.deepEqual(await answered(), [])
})

test('a row of another unit’s measure, or of another quarter, is refused', async (t) => {
  const { filled, sendXlsx, officer, serving, holder } = await setUp(t)
  const everything = serving(holder(99, 'business-intelligence'))
  const { rawPayload } = await everything.inject('/my/workbook.xlsx')
  const theirs = (await readXlsx(new Uint8Array(rawPayload))).sheets[0]?.rows.find((row) => row[1] === 'm-4')
  const row = [...(theirs ?? [])]
  row[6] = 5
  const place = await sendXlsx(await filled((_, rows) => void rows.push(row)))
  assert.match((await officer.get(place)).text, /m-4 is not among the measures you answer for/)
  const { location } = await officer.sendFile('/my/upload', {}, { name: 'x.csv', contents: 'a,b\n1,2' })
  assert.match((await officer.get(location)).text, /No row of headers with ‘Row key/)
})

test('of an out-of-date workbook both answers are shown, and neither is lost', async (t) => {
  const council = await setUp(t)
  const { filled, sendXlsx, officer, answer, answered } = council
  const all = await filled((set) => set('m-1', figure(86.1)))
  await answer('m-1', { value: '80', whatHappened: 'Theirs' }, { by: council.holder(77, 'frontline') })
  const place = await sendXlsx(all)
  const { text, body } = await officer.get(place)
  assert.match(
    text,
    /Answered by somebody else meanwhile.*2 Measure m-1 80\. Theirs \(frontline 77\) 86\.1\. More repairs were done/,
  )
  assert.doesNotMatch(body, new RegExp(`${place}/store`))
  assert.deepEqual(await answered(), ['m-1 80 final form'])
})

test('an answer that comes between looking and storing stops the storing', async (t) => {
  const council = await setUp(t)
  const { filled, sendXlsx, officer, answer, answered } = council
  const place = await sendXlsx(await filled((set) => set('m-1', figure(86.1))))
  const fields = await officer.fields(place, `${place}/store`)
  await answer('m-1', { value: '80', whatHappened: 'Theirs' }, { by: council.holder(77, 'frontline') })
  const { location } = await officer.post(`${place}/store`, fields)
  assert.equal(location, `${place}?done=changed`)
  assert.match((await officer.get(location)).text, /Something has changed since you looked.*80\. Theirs/)
  assert.deepEqual(await answered(), ['m-1 80 final form'])
})

test('a figure that looks unlikely is stored only when somebody says it is right', async (t) => {
  const { filled, sendXlsx, officer, answered } = await setUp(t)
  const place = await sendXlsx(await filled((set) => set('m-1', figure(186))))
  assert.match(
    (await officer.get(place)).text,
    /Is this right\? Row 2, Measure m-1: A percentage is below 0 or above 100/,
  )
  const without = await officer.send(place, { right: '' }, `${place}/store`)
  assert.deepEqual([without.status, /Tick that you have looked/.test(without.text)], [400, true])
  assert.deepEqual(await answered(), [])
  await officer.send(place, { right: 'yes' }, `${place}/store`)
  assert.deepEqual(await answered(), ['m-1 186 final workbook'])
})
