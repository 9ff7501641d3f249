import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inlineText } from '../report/figure.ts'
import { type ContradictionKind, comparedText, contradictions } from './contradictions.ts'
import type { Picture, PictureBudget, PictureMeasure, PictureRisk } from './parts.ts'

const stability: PictureMeasure = {
  code: 'stability',
  title: 'Stable placements',
  position: 'worst-quarter',
  movement: 'same',
  says: 'No change.',
  illustrative: false,
}
const agency = { ...stability, code: 'agency', title: 'Agency workers', position: 'middle' as const }
const risk: PictureRisk = {
  code: 'R1',
  title: 'Placements cost more than planned',
  score: 8,
  previous: 16,
  aboveAppetite: false,
  openActions: 1,
  measures: ['stability'],
  illustrative: false,
}
const children: PictureBudget = {
  service: 'children',
  name: "Children's Social Care",
  budget: 80_000_000_00n,
  variance: 0n,
  source: 'Budget monitoring, p. 3',
  actions: 0,
}
const quiet: Picture = {
  measures: [stability, agency],
  budgets: [children],
  savings: [],
  risks: [],
  drivers: [],
  measuresOf: new Map([['children', ['stability', 'agency']]]),
}
const found = (changes: Partial<Picture>) => contradictions({ ...quiet, ...changes })
const kinds = (changes: Partial<Picture>): ContradictionKind[] => found(changes).map(({ kind }) => kind)
const saving = { title: 'Fees', service: 'children', planned: 5n, source: 'p. 4', illustrative: false }
const worse = { ...agency, movement: 'worse' as const }

test('a risk that was lowered is held against the red measures it is linked to, with both scores', () => {
  assert.deepEqual(
    found({ risks: [risk] }).map(({ says }) => inlineText(says)),
    [
      'The risk ‘Placements cost more than planned’ was lowered from 16 to 8, but ‘Stable placements’ is red.',
    ],
  )
  for (const still of [
    { ...risk, previous: 8 },
    { ...risk, previous: 4 },
    { ...risk, previous: null },
    { ...risk, score: null },
    { ...risk, measures: ['agency'] },
    { ...risk, measures: ['unknown'] },
  ])
    assert.deepEqual(kinds({ risks: [still] }), [])
})

test('a risk above appetite needs an open action; one that was never scored is above nothing', () => {
  const above = { ...risk, previous: null, aboveAppetite: true }
  assert.deepEqual(kinds({ risks: [{ ...above, openActions: 0 }] }), ['risk-unanswered'])
  assert.deepEqual(kinds({ risks: [above] }), [])
  assert.deepEqual(kinds({ risks: [{ ...above, openActions: 0, aboveAppetite: null }] }), [])
})

test('a saving that is delivered is held against measures of its service that really worsened', () => {
  const delivered = { ...saving, delivered: 900_000_00n }
  const [only] = found({ measures: [worse], savings: [delivered, delivered] })
  assert.equal(
    inlineText(only?.says ?? []),
    "Children's Social Care calls £1.800m of savings delivered, while ‘Agency workers’ worsens.",
  )
  assert.deepEqual(kinds({ savings: [delivered] }), [])
  assert.deepEqual(kinds({ measures: [worse], savings: [{ ...saving, delivered: 0n }] }), [])
  assert.deepEqual(kinds({ measures: [worse], savings: [{ ...delivered, service: 'parks' }] }), [])
})

test('an underspend stands against red measures from half a per cent of the budget, not below', () => {
  const under = (variance: bigint) => kinds({ budgets: [{ ...children, variance }] })
  assert.deepEqual(under(-400_000_00n), ['underspend-and-missed'])
  assert.deepEqual(under(-399_999_99n), [])
  assert.deepEqual(kinds({ budgets: [{ ...children, variance: -400_000_00n }], measuresOf: new Map() }), [])
})

test('a worsening cost driver beside a budget without overspend is a question; beside an overspend it is the answer', () => {
  const drivers = [{ measure: 'agency', service: 'children', drives: 'agency staff' }]
  const [flat] = found({ measures: [worse], drivers })
  assert.equal(
    inlineText(flat?.says ?? []),
    "Agency workers worsens and drives the cost of agency staff, but Children's Social Care is forecast on budget.",
  )
  const over = { ...children, variance: 3_500_000_00n, actions: 2 }
  assert.deepEqual(kinds({ measures: [worse], drivers, budgets: [over] }), [])
  assert.deepEqual(kinds({ drivers }), [])
})

test('an overspend without a remedial action of its own is named', () => {
  const over = { ...children, variance: 3_500_000_00n }
  assert.deepEqual(kinds({ budgets: [over] }), ['overspend-unanswered'])
  assert.deepEqual(kinds({ budgets: [{ ...over, actions: 1 }] }), [])
})

test('each number of a sentence is bound to its exact value and to where it comes from', () => {
  const [over] = found({ budgets: [{ ...children, variance: 3_500_000_00n }] })
  assert.deepEqual(
    over?.says.filter((part) => typeof part !== 'string'),
    [
      {
        kind: 'figure',
        text: 'overspend of £3.500m',
        value: '3500000.00',
        source: 'Budget monitoring, p. 3',
      },
    ],
  )
})

test('several red measures are told by the first and a count', () => {
  const [lowered] = found({
    measures: [stability, { ...agency, position: 'red' }],
    risks: [{ ...risk, measures: ['stability', 'agency'] }],
  })
  assert.match(inlineText(lowered?.says ?? []), /‘Stable placements’ and 1 other measure are red\.$/)
})

test('a contradiction is illustrative as soon as one of its sides is', () => {
  assert.equal(
    found({ measures: [{ ...stability, illustrative: true }], risks: [risk] })[0]?.illustrative,
    true,
  )
  assert.equal(found({ risks: [risk] })[0]?.illustrative, false)
})

test('whatever is held, a contradiction names only things that are held, and each sentence ends', () => {
  const picture = fc.record({
    measures: fc.array(
      fc.record({
        code: fc.constantFrom('a', 'b', 'c'),
        title: fc.string(),
        position: fc.constantFrom('red', 'green', 'worst-quarter', 'no-figures'),
        movement: fc.constantFrom('worse', 'better', 'same', 'not-said'),
        says: fc.string(),
        illustrative: fc.boolean(),
      }),
    ),
    budgets: fc.uniqueArray(
      fc.record({
        service: fc.constantFrom('s', 't'),
        name: fc.string(),
        budget: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        variance: fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
        source: fc.constant('p. 3'),
        actions: fc.nat(2),
      }),
      { selector: ({ service }) => service },
    ),
    risks: fc.array(
      fc.record({
        code: fc.constantFrom('r', 'q'),
        title: fc.string(),
        score: fc.option(fc.integer({ min: 1, max: 25 })),
        previous: fc.option(fc.integer({ min: 1, max: 25 })),
        aboveAppetite: fc.option(fc.boolean()),
        openActions: fc.nat(2),
        measures: fc.array(fc.constantFrom('a', 'b', 'z')),
        illustrative: fc.boolean(),
      }),
    ),
    drivers: fc.array(
      fc.record({
        measure: fc.constantFrom('a', 'z'),
        service: fc.constantFrom('s', 'x'),
        drives: fc.string(),
      }),
    ),
  })
  fc.assert(
    fc.property(picture, (some) => {
      const all = { ...quiet, ...some, savings: [], measuresOf: new Map([['s', ['a', 'b']]]) }
      const held = new Set([
        ...some.measures.map(({ code }) => `measure ${code}`),
        ...some.budgets.map(({ service }) => `service ${service}`),
        ...some.risks.map(({ code }) => `risk ${code}`),
      ])
      for (const { says, subjects } of contradictions(all)) {
        assert.match(inlineText(says), /[^.]\.$/su)
        for (const { kind, code } of subjects) assert.ok(held.has(`${kind} ${code}`))
      }
    }),
  )
})

test('what could be compared at all is said beside what was found', () => {
  assert.equal(
    comparedText({ ...quiet, risks: [risk, { ...risk, score: null, measures: [] }] }),
    '2 of 2 measures can be judged; 1 budget has a forecast; 1 of 2 risks is scored and 1 linked to measures; 0 savings are recorded',
  )
})
