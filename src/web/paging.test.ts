import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagesOf } from './paging.ts'

const pages = (total: number, query: string) =>
  pagesOf({ total, size: 50, path: '/measures', query: new URLSearchParams(query) })

test('a page of a long list says where it is and keeps the filters', () => {
  const third = pages(357, 'q=care&page=3')
  assert.equal(third.words, 'Showing 101 to 150 of 357')
  assert.deepEqual([third.from, third.to], [100, 150])
  assert.deepEqual(third.next, { href: '/measures?q=care&page=4' })
  assert.deepEqual(
    third.items.map((item) => ('number' in item ? item.number : '…')),
    [1, 2, 3, 4, '…', 8],
  )
})

test('the first page has no page number in its address', () => {
  assert.deepEqual(pages(357, 'q=care&page=2').previous, { href: '/measures?q=care' })
})

test('a page that does not exist is the nearest that does', () => {
  assert.equal(pages(60, 'page=99').from, 50)
  assert.equal(pages(60, 'page=-1').from, 0)
  assert.equal(pages(60, 'page=x').from, 0)
  assert.deepEqual([pages(0, '').from, pages(0, '').to], [0, 0])
})
