import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotFound } from '../access/refusals.ts'
import { keepAsAt, readAsAt } from './as-at.ts'

const asked = (text: string) => readAsAt(new URLSearchParams({ 'as-at': text }), '/', '2024-09-01')

test('a day is read as people write it; what is no day or still to come is said', () => {
  for (const text of ['2024-08-01', '1 August 2024', '1/8/2024', ' 2024-8-1 '])
    assert.equal(asked(text), '2024-08-01')
  assert.equal(asked(''), null)
  assert.equal(readAsAt(new URLSearchParams(), '/', '2024-09-01'), null)
  assert.equal(asked('2024-09-01'), '2024-09-01')
  const said = (words: RegExp) => (error: unknown) => error instanceof NotFound && words.test(error.message)
  assert.throws(() => asked('yesterday'), said(/'yesterday' is not a day; write it as 2024-08-01/))
  assert.throws(() => asked('31 June 2024'), said(/is not a day/))
  assert.throws(() => asked('2024-09-02'), said(/2 September 2024 is still to come/))
})

test('every link of this service keeps the day, with what it asks and where on the page it leads', () => {
  const kept = (html: string) => keepAsAt(html, '2024-08-01')
  assert.equal(kept('<a href="/measures">x</a>'), '<a href="/measures?as-at=2024-08-01">x</a>')
  assert.equal(
    kept('<a class="y" href="/measures?q=a+b&amp;sort=title#top">x</a>'),
    '<a class="y" href="/measures?q=a+b&amp;sort=title&amp;as-at=2024-08-01#top">x</a>',
  )
  assert.equal(kept('<a href="/?as-at=2023-01-01">x</a>'), '<a href="/?as-at=2024-08-01">x</a>')
  const other = '<a href="#trend">x</a><a href="https://example.org/">x</a><a data-now href="/measures">x</a>'
  assert.equal(kept(other), other)
  assert.match(
    kept('<form method="get" action="/measures">'),
    /<input type="hidden" name="as-at" value="2024-08-01">$/,
  )
  const post = '<form action="/measures" method="post">'
  assert.equal(kept(post), post)
})
