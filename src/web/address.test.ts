import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressWith } from './address.ts'

test('sorting keeps the filters that are in the address', () => {
  const query = new URLSearchParams('status=red&status=amber&page=3')
  assert.equal(
    addressWith('/measures', query, { sort: 'value', page: null }),
    '/measures?status=red&status=amber&sort=value',
  )
  assert.equal(query.get('page'), '3')
})

test('an address whose whole query is taken away has no question mark', () => {
  assert.equal(addressWith('/measures', new URLSearchParams('page=3'), { page: null }), '/measures')
})
