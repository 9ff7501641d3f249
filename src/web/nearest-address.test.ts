import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance, nearestAddresses } from './nearest-address.ts'

const addresses = ['/', '/thread', '/measures', '/measures/:code', '/finance/revenue', '/reports']
const nearest = (path: string) => nearestAddresses(path, addresses).map(({ href }) => href)

test('a slip of the keyboard finds the page that was meant', () => {
  assert.equal(nearest('/mesures')[0], '/measures')
  assert.equal(nearest('/Thread')[0], '/thread')
  assert.equal(nearest('/finance/revenu')[0], '/finance/revenue')
})

test('a wrong last part finds the page above, and home is always offered', () => {
  assert.deepEqual(nearest('/reports/lost'), ['/reports', '/'])
  assert.deepEqual(nearest('/qwertyuiop'), ['/'])
})

test('the distance counts letters changed, added and taken away', () => {
  const cases = [
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
  ] as const
  for (const [one, other, distance] of cases) assert.equal(editDistance(one, other), distance)
})
