import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unitText, wholeCouncil } from '../access/unit.ts'
import { addDays } from '../period.ts'
import { answeringOn } from './answering-on.ts'
import { type Move, wrongWithMove } from './check-move.ts'
import {
  chainOf,
  nameOn,
  type OrganisationFacts,
  organisationOn,
  type Placement,
  partsBelow,
} from './organisation-on.ts'
import { type Part, parsePart, partText } from './part.ts'

const part = (text: string): Part => parsePart(text) ?? wholeCouncil
const unit = (text: string) => {
  const { kind, code } = part(text)
  assert.ok(kind !== 'post')
  return { kind, code }
}
const placed = (what: string, parent: string, from: string, number = 1): Placement => ({
  part: part(what),
  parent: unit(parent),
  from,
  number,
  reason: 'a decision',
  illustrative: false,
})
const register = (text: string, name: string, began: string | null = null) => ({
  part: part(text),
  name,
  began,
  illustrative: false,
})
const facts: OrganisationFacts = {
  registers: [
    register('directorate:people', 'People'),
    register('directorate:places', 'Places'),
    register('service:housing', 'Housing'),
    register('service:parks', 'Parks'),
    register('portfolio:homes', 'Homes'),
    register('team:repairs', 'Repairs', '2023-04-01'),
    register('team:voids', 'Empty homes', '2023-04-01'),
    register('post:repairs-manager', 'Repairs manager', '2023-04-01'),
  ],
  namings: [
    {
      part: part('service:housing'),
      from: '2024-01-01',
      name: 'Homes and Neighbourhoods',
      number: 1,
      reason: 'renamed',
      illustrative: false,
    },
  ],
  placements: [
    placed('service:housing', 'directorate:people', '2023-04-01'),
    placed('service:housing', 'portfolio:homes', '2023-05-01', 2),
    placed('service:housing', 'directorate:places', '2024-10-01', 3),
    placed('team:repairs', 'service:housing', '2023-04-01'),
    placed('post:repairs-manager', 'team:repairs', '2023-04-01'),
  ],
  closures: [
    {
      part: part('team:voids'),
      on: '2024-07-01',
      into: unit('team:repairs'),
      number: 1,
      reason: 'merged',
      illustrative: false,
    },
  ],
}
const chain = (text: string, day: string) => chainOf(organisationOn(day, facts), unit(text)).map(unitText)
const refusal = (what: string, parent: string, from: string, more: Partial<OrganisationFacts> = {}) => {
  const move: Move = { part: part(what), parent: unit(parent), from }
  return wrongWithMove({ ...facts, ...more }, move)
    .map(({ field, text }) => `${field}: ${text}`)
    .join('\n')
}

test('a service that moves on 1 October belongs to the old directorate the day before and to the new one that day', () => {
  assert.deepEqual(chain('service:housing', '2024-09-30'), [
    'service:housing',
    'directorate:people',
    'portfolio:homes',
    'council',
  ])
  assert.deepEqual(chain('service:housing', '2024-10-01'), [
    'service:housing',
    'directorate:places',
    'portfolio:homes',
    'council',
  ])
  assert.deepEqual(chain('team:repairs', '2024-10-01').slice(0, 3), [
    'team:repairs',
    'service:housing',
    'directorate:places',
  ])
})

test('what nobody has placed has only the council above it', () => {
  assert.deepEqual(chain('service:parks', '2024-10-01'), ['service:parks', 'council'])
  assert.deepEqual(chain('service:housing', '2022-01-01'), ['service:housing', 'council'])
  assert.deepEqual(chain('council', '2024-10-01'), ['council'])
  assert.deepEqual(chain('service:unheard-of', '2024-10-01'), ['service:unheard-of', 'council'])
})

test('of two moves recorded for one day the one recorded later counts', () => {
  const mended = {
    ...facts,
    placements: [...facts.placements, placed('service:housing', 'directorate:people', '2024-10-01', 4)],
  }
  assert.equal(chainOf(organisationOn('2024-10-01', mended), unit('service:housing'))[1]?.code, 'people')
})

test('a part is called what it was called on the day', () => {
  const name = (day: string) => nameOn(organisationOn(day, facts), part('service:housing'))
  assert.deepEqual([name('2023-12-31'), name('2024-01-01')], ['Housing', 'Homes and Neighbourhoods'])
})

test('where the work of a closed team went answers for it from that day on', () => {
  assert.deepEqual(chain('team:voids', '2024-06-30'), ['team:voids', 'council'])
  assert.deepEqual(chain('team:voids', '2024-07-01').slice(0, 3), [
    'team:voids',
    'team:repairs',
    'service:housing',
  ])
  const answering = (day: string) => answeringOn(organisationOn(day, facts), unit('team:voids')).code
  assert.deepEqual([answering('2024-06-30'), answering('2024-07-01')], ['voids', 'repairs'])
})

test('what is below a unit is what is open on the day', () => {
  const below = (text: string, day: string) =>
    partsBelow(organisationOn(day, facts), part(text)).map((each) => partText(each.part))
  assert.deepEqual(below('directorate:people', '2024-09-30'), ['service:housing'])
  assert.deepEqual(below('directorate:people', '2024-10-01'), [])
  assert.deepEqual(below('portfolio:homes', '2024-10-01'), ['service:housing'])
  assert.deepEqual(below('team:repairs', '2024-10-01'), ['post:repairs-manager'])
})

test('a move that cannot be is refused with the remedy', () => {
  assert.match(
    refusal('team:repairs', 'team:repairs', '2024-10-01'),
    /parent: .*itself.*Choose what stands above/,
  )
  assert.match(
    refusal('service:housing', 'team:repairs', '2024-10-01'),
    /service cannot belong to a team. Choose/,
  )
  assert.match(refusal('directorate:people', 'directorate:places', '2024-10-01'), /not placed elsewhere/)
  assert.match(
    refusal('team:repairs', 'team:voids', '2024-10-01'),
    /Empty homes closed on 1 July 2024. Its work goes to Repairs. Choose one that stays open/,
  )
  assert.match(refusal('team:repairs', 'team:voids', '2024-06-01'), /closes on 1 July 2024/)
  assert.match(
    refusal('team:repairs', 'service:parks', '2023-03-31'),
    /from: Repairs began on 1 April 2023. Enter that day/,
  )
  assert.match(
    refusal('team:voids', 'service:parks', '2024-07-01'),
    /from: Empty homes closed on 1 July 2024/,
  )
  assert.match(refusal('service:parks', 'directorate:lost', '2024-10-01'), /no directorate 'lost'/)
  assert.equal(refusal('service:parks', 'directorate:people', '2020-01-01'), '')
  assert.equal(refusal('service:parks', 'council', '2020-01-01'), '')
})

test('a team may belong to one that closes, as long as it moves on before', () => {
  const placements = [...facts.placements, placed('team:repairs', 'service:parks', '2024-07-01', 2)]
  assert.equal(refusal('team:repairs', 'team:voids', '2024-06-01', { placements }), '')
})

test('a circle is refused, also one that would only close later', () => {
  const placements = [...facts.placements, placed('team:voids', 'team:repairs', '2024-03-01')]
  assert.match(
    refusal('team:repairs', 'team:voids', '2024-01-01', { placements, closures: [] }),
    /Empty homes belongs to Repairs on 1 March 2024.*Move Empty homes first/,
  )
})

test('whatever was recorded, a chain ends with the council and names nothing twice', () => {
  const teams = ['team:a', 'team:b', 'team:c', 'team:d']
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days))
  const move = fc.record({ what: fc.constantFrom(...teams), to: fc.constantFrom(...teams), from: day })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), day, (moves, on) => {
      let known: OrganisationFacts = {
        registers: teams.map((team) => register(team, team)),
        namings: [],
        placements: [],
        closures: [],
      }
      for (const [index, { what, to, from }] of moves.entries()) {
        if (wrongWithMove(known, { part: part(what), parent: unit(to), from }).length > 0) continue
        known = { ...known, placements: [...known.placements, placed(what, to, from, index + 1)] }
      }
      const organisation = organisationOn(on, known)
      for (const team of teams) {
        const above = organisation.standings.get(team)?.parent?.parent
        if (above)
          assert.ok(!chainOf(organisation, above).map(unitText).includes(team), 'a circle was let in')
        const names = chainOf(organisation, unit(team)).map(unitText)
        assert.equal(new Set(names).size, names.length)
        assert.equal(names.at(-1), 'council')
      }
    }),
  )
})
