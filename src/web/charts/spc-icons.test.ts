import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markInkOf, statusInk } from './palette.ts'
import { assuranceIcon, variationIcon } from './spc-icons.ts'

const variations = ['improvement', 'concern', 'high', 'low', 'common-cause'] as const
const assurances = ['will-meet', 'will-miss', 'hit-and-miss'] as const

test('no icon has a colour that a status has', () => {
  const status = Object.values(statusInk).map(({ fill }) => fill)
  const drawn = [
    ...variations.map((variation) => variationIcon({ variation, rising: true })),
    ...assurances.map((assurance) => assuranceIcon({ assurance, highIsGood: true })),
  ].join('')
  for (const colour of status.filter((each) => each !== '#ffffff')) assert.ok(!drawn.includes(colour), colour)
})

test('blue improves and orange concerns, by shape as well as by colour', () => {
  const improvement = variationIcon({ variation: 'improvement', rising: false })
  const concern = variationIcon({ variation: 'concern', rising: true })
  assert.ok(improvement.includes(markInkOf.improvement) && improvement.includes('<circle'))
  assert.ok(concern.includes(markInkOf.concern) && !concern.includes('<circle'))
})

test('the line goes the way the values went', () => {
  const end = (rising: boolean) =>
    Number(variationIcon({ variation: 'improvement', rising }).match(/cx="31.5" cy="([\d.]+)"/)?.[1])
  assert.ok(end(true) < 10 && end(false) > 10)
})

test('the range lies on the side of the target where it is', () => {
  const top = (assurance: (typeof assurances)[number], highIsGood: boolean) =>
    Number(assuranceIcon({ assurance, highIsGood }).match(/<rect x="7" y="([\d.]+)"/)?.[1])
  assert.ok(top('will-meet', true) < 10)
  assert.ok(top('will-meet', false) > 10)
  assert.ok(top('will-miss', true) > 10)
  assert.ok(top('hit-and-miss', true) < 10)
})

test('an icon is hidden from screen readers, because its word stands beside it', () => {
  for (const variation of variations)
    assert.match(variationIcon({ variation, rising: true }), /aria-hidden="true"/)
})
