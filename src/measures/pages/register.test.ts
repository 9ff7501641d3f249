import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })
const found = async (query: string): Promise<number> => {
  const [, count] =
    /(\d+)(?: of 86)? measures/.exec((await get(`/measures${query}`)).text.split('Apply')[1] ?? '') ?? []
  return Number(count)
}

test('the register holds 86 measures and says where it has gaps', async () => {
  const { text } = await get('/measures')
  assert.match(text, /Of 86 measures, none has an owner, none has a target and 36 have published figures/)
  assert.equal(await found(''), 86)
})

test('a long register is read page by page, and every measure is on one of them', async () => {
  const pages = await Promise.all(['', '?page=2', '?page=3'].map((query) => get(`/measures${query}`)))
  const codes = pages.flatMap(({ body }) =>
    [...body.matchAll(/href="\/measures\/(sm-\d+)"/g)].map(([, code]) => code),
  )
  assert.equal(new Set(codes).size, 86)
  assert.equal(codes.length, 86)
})

test('filters narrow the register, together more than alone', async () => {
  const exact = await found('?figures=exact')
  const words = await found('?q=children')
  const both = await found('?figures=exact&q=children')
  assert.ok(exact > 0 && exact < 86 && words > 0 && words < 86)
  assert.ok(both > 0 && both <= Math.min(exact, words))
})

test('what was typed into the filters is still there, and cannot break the page', async () => {
  const { body } = await get('/measures?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E')
  assert.doesNotMatch(body, /<script>alert/)
  assert.match(body, /value="&quot;&gt;&lt;script&gt;alert/)
})

test('a filter that fits nothing says so', async () => {
  const { status, text } = await get('/measures?q=zzzzz')
  assert.equal(status, 200)
  assert.match(text, /\b0 of 86 measures|No measures? /)
})
