import assert from 'node:assert/strict'
import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, test } from 'node:test'
import { browserOf } from '#test/support/visitor.ts'
import { fileOf, form } from './form.ts'
import { formView } from './form-view.ts'
import { page } from './page.ts'
import { sampleServer } from './testing/sample-server.ts'
import { sizeText } from './upload.ts'

const received: { contents: string; name: string; bytes: number; sha256: string; path: string }[] = []
let fault = false

const uploadPage = page({
  path: '/send',
  action: 'about.view',
  template: 'web/testing/upload.njk',
  view: (asked) => ({ form: formView(asked, '/send', { name: '', file: '' }) }),
  title: 'Send a file',
})

const uploadForm = form({
  path: '/send',
  action: 'session.own',
  page: uploadPage,
  repeatable: true,
  upload: {
    field: 'file',
    mostBytes: 20_000,
    check: async ({ path }) =>
      (await readFile(path, 'utf8')).startsWith('%PDF') ? 'This is a PDF. Choose a table' : null,
  },
  read: (body) =>
    body.get('name') === ''
      ? { ok: false, problems: [{ field: 'name', text: 'Say where it comes from' }] }
      : { ok: true, input: body.get('name') },
  run: async (_db, _actor, _name, posted) => {
    const file = fileOf(posted)
    received.push({ ...file, contents: await readFile(file.path, 'utf8') })
    if (fault) throw new Error('broken')
    return { ok: true, result: file.name }
  },
  leadsTo: (name) => `/sent?${new URLSearchParams({ name })}`,
})

const keepersForm = form({
  path: '/keepers',
  action: 'people.keep',
  page: uploadPage,
  upload: { field: 'file', mostBytes: 20_000 },
  read: () => ({ ok: true, input: null }),
  run: async () => ({ ok: true, result: null }),
  leadsTo: () => '/',
})

const app = await sampleServer({ pages: [uploadPage], deeds: [uploadForm, keepersForm] })
const leftBehind = () => globSync(path.join(tmpdir(), 'golden-thread-upload-*', 'file'))
const before = leftBehind()
const typed = { name: 'Waste team' }

beforeEach(() => {
  received.length = 0
  fault = false
})

test('a file comes with the fields of its form, and is gone when the form is answered', async () => {
  const browser = browserOf(app)
  const answer = await browser.sendFile('/send', typed, {
    name: 'C:\\Users\\a\\figures.csv',
    contents: 'a,b\n1,2',
  })
  assert.deepEqual([answer.status, answer.location], [303, '/sent?name=figures.csv'])
  const [file] = received
  assert.deepEqual([file?.contents, file?.bytes, file?.sha256.length], ['a,b\n1,2', 7, 64])
  assert.equal(existsSync(file?.path ?? ''), false)
})

test('a file is gone although its form failed', async () => {
  fault = true
  const answer = await browserOf(app).sendFile('/send', typed, { name: 'x.csv', contents: 'a' })
  assert.equal(answer.status, 500)
  assert.equal(received.length, 1)
  assert.deepEqual(leftBehind(), before)
})

test('no file, an empty, too large or wrong one is said beside the field, and what was typed is kept', async () => {
  const browser = browserOf(app)
  const files = [
    [null, 'Choose a file'],
    [{ name: 'x.csv', contents: '' }, 'The file is empty'],
    [{ name: 'x.csv', contents: 'x'.repeat(20_001) }, 'The file is larger than 20 kB'],
    [{ name: 'x.csv', contents: 'x'.repeat(3_000_000) }, 'The file is larger than 20 kB'],
    [{ name: 'x.csv', contents: '%PDF-1.7' }, 'This is a PDF. Choose a table'],
    [{ field: 'other', name: 'x.csv', contents: 'a' }, 'Choose a file'],
  ] as const
  for (const [file, says] of files) {
    const answer = await browser.sendFile('/send', typed, file)
    assert.equal(answer.status, 400, says)
    assert.match(answer.text, new RegExp(`There is a problem ${says}`))
    assert.match(answer.body, /href="#file"/)
    assert.match(answer.body, /id="file-error"/)
    assert.match(answer.body, /value="Waste team"/)
  }
  const withoutFile = await browser.send('/send', typed)
  assert.deepEqual([withoutFile.status, /Choose a file/.test(withoutFile.text)], [400, true])
  assert.deepEqual([received, leftBehind()], [[], before])
})

test('what is wrong with the file and with the fields is said at once', async () => {
  const { text } = await browserOf(app).sendFile('/send', { name: '' }, null)
  assert.match(text, /Choose a file Say where it comes from/)
})

test('exactly as much as is allowed is taken', async () => {
  const contents = 'x'.repeat(20_000)
  const answer = await browserOf(app).sendFile('/send', typed, { name: 'x.csv', contents })
  assert.deepEqual([answer.status, received[0]?.bytes], [303, 20_000])
})

test('a form with a file must be ours too, and its fields come first', async () => {
  const browser = browserOf(app)
  const ours = await browser.fields('/send', '/send')
  const file = { name: 'x.csv', contents: 'a' }
  const forged = [
    [{ ...typed, once: 'x' }, {}],
    [{ ...typed, ...ours, token: `${ours.token}x` }, {}],
    [{ ...typed, token: ours.token ?? '' }, {}],
    [{ ...typed, ...ours }, { 'sec-fetch-site': 'cross-site' }],
  ] as const
  for (const [fields, headers] of forged) {
    const answer = await browser.postFile('/send', fields, file, headers)
    assert.equal(answer.status, 403)
    assert.match(answer.text, /This form cannot be accepted/)
  }
  const tokenLast = await app.inject({
    method: 'POST',
    url: '/send',
    headers: { 'content-type': 'multipart/form-data; boundary=x', cookie: `goldenthread=${browser.key()}` },
    payload: [
      ...['--x', 'content-disposition: form-data; name="file"; filename="x.csv"', '', 'a'],
      ...Object.entries(ours).flatMap(([name, value]) => [
        '--x',
        `content-disposition: form-data; name="${name}"`,
        '',
        value,
      ]),
      '--x--',
      '',
    ].join('\r\n'),
  })
  assert.equal(tokenLast.statusCode, 403)
  assert.deepEqual([received, leftBehind()], [[], before])
})

test('whoever may not send the form is refused before the file is looked at', async () => {
  const browser = browserOf(app)
  const fields = await browser.fields('/send', '/send')
  const answer = await browser.postFile('/keepers', fields, { name: 'x.csv', contents: 'a' })
  assert.equal(answer.status, 403)
  assert.match(answer.text, /may not add and suspend accounts/)
})

test('a form that is cut short, or has no end of fields, is refused without a fault', async () => {
  const browser = browserOf(app)
  const ours = await browser.fields('/send', '/send')
  const post = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/send',
      headers: { 'content-type': 'multipart/form-data; boundary=x', cookie: `goldenthread=${browser.key()}` },
      payload,
    })
  const field = (name: string, value: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const start = Object.entries(ours)
    .map(([name, value]) => field(name, value))
    .join('')
  const cut = `${start}--x\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\n\r\nabc`
  assert.equal((await post(cut)).statusCode, 400)
  assert.equal((await post(`${start}${field('a', 'b').repeat(400)}--x--\r\n`)).statusCode, 413)
  assert.equal((await post(`${start}${field('name', 'x'.repeat(100_001))}--x--\r\n`)).statusCode, 413)
  const second = `--x\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\n\r\na\r\n`
  assert.equal((await post(`${start}${second}${second}--x--\r\n`)).statusCode, 413)
  assert.deepEqual([received, leftBehind()], [[], before])
})

test('a size is said as people say it', () => {
  assert.deepEqual([500, 20_000, 1_500_000, 10_000_000].map(sizeText), ['1 kB', '20 kB', '1.5 MB', '10 MB'])
})
