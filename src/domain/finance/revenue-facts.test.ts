import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factText, weeklyAgainstYearly } from './revenue-facts.ts'

const fact = (value: string, unit: string) => ({ service: 'children', title: 'Placements', value, unit })

test('£0.090m a week and £4.5m a year are both said, with what 52 weeks come to', () => {
  assert.deepEqual(weeklyAgainstYearly([fact('0.090', 'GBP m per week'), fact('4.5', 'GBP m per year')]), [
    '£0.090m a week for 52 weeks is £4.680m; the paper prints £4.500m for a full year, £0.180m less, and does not explain the difference.',
  ])
})

test('a week that comes to the printed year agrees, and one without a year says nothing', () => {
  const week = fact('0.1', 'GBP m per week')
  assert.match(weeklyAgainstYearly([week, fact('5.2', 'GBP m per year')])[0] ?? '', /as the paper prints/)
  assert.deepEqual(weeklyAgainstYearly([week, { ...fact('5', 'GBP m per year'), service: null }]), [])
})

test('a fact keeps the digits the paper printed', () => {
  assert.deepEqual(
    [fact('0.090', 'GBP m per week'), fact('14', 'children'), fact('21', 'GBP m')].map(factText),
    ['£0.090m a week', '14 children', '£21m'],
  )
})
