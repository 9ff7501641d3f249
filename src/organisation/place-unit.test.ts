import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permit } from '#src/access/command.ts'
import { Conflict, Forbidden, NotFound } from '#src/access/refusals.ts'
import type { Grant } from '#src/domain/access/grant.ts'
import type { Unit } from '#src/domain/access/unit.ts'
import { unitText } from '#src/domain/access/unit.ts'
import { smallOrganisation } from '#test/support/small-organisation.ts'
import { unitChain, unitsOn } from './organisation-facts.ts'
import { placeUnit } from './place-unit.ts'

const housing: Unit = { kind: 'service', code: 'housing' }
const people: Unit = { kind: 'directorate', code: 'people' }
const places: Unit = { kind: 'directorate', code: 'places' }

test('a service that moves keeps its past: its chain is that of the day', async (t) => {
  const { database, keeper, reading, events } = await smallOrganisation(t)
  const place = (parent: Unit, from: string) =>
    placeUnit(database.db, keeper, { unit: housing, parent, from, reason: 'Cabinet, item 4' })
  assert.equal(await place(people, '2023-04-01'), true)
  assert.equal(await place(places, '2024-10-01'), true)
  assert.equal(await place(places, '2024-11-01'), false)
  const chain = (day: string) => reading(async (db) => (await unitChain(db, housing, day)).map(unitText))
  assert.deepEqual(await chain('2024-09-30'), ['service:housing', 'directorate:people', 'council'])
  assert.deepEqual(await chain('2024-10-01'), ['service:housing', 'directorate:places', 'council'])
  assert.deepEqual(await chain('2023-03-31'), ['service:housing', 'council'])
  assert.equal((await events()).filter((event) => event === 'unit.placed service/housing').length, 2)
})

test('whoever answers for the old directorate loses, and for the new one gains, what permission asks', async (t) => {
  const { database, keeper, reading } = await smallOrganisation(t)
  for (const [parent, from] of [
    [people, '2023-04-01'],
    [places, '2024-10-01'],
  ] as const)
    await placeUnit(database.db, keeper, { unit: housing, parent, from, reason: 'a decision' })
  const over = (unit: Unit): Grant => ({
    id: 1,
    role: 'assistant-director',
    unit,
    kind: 'held',
    from: '2023-04-01',
    until: null,
    onBehalfOf: null,
    endedOn: null,
  })
  const may = async (unit: Unit, day: string) => {
    const units = await reading((db) => unitChain(db, housing, day))
    try {
      permit(
        {
          authorityId: 1,
          role: 'assistant-director',
          name: 'a director',
          accountId: 1,
          grants: [over(unit)],
        },
        'role.delegate',
        { units },
      )
      return true
    } catch (error) {
      assert.ok(error instanceof Forbidden)
      return false
    }
  }
  assert.deepEqual([await may(people, '2024-09-30'), await may(places, '2024-09-30')], [true, false])
  assert.deepEqual([await may(people, '2024-10-01'), await may(places, '2024-10-01')], [false, true])
})

test('a mistaken move is mended by recording the same day again, and both stay recorded', async (t) => {
  const { database, keeper, reading } = await smallOrganisation(t)
  for (const parent of [people, places])
    await placeUnit(database.db, keeper, { unit: housing, parent, from: '2024-10-01', reason: 'a decision' })
  const held = await reading((db) => unitsOn(db, '2024-10-01'))
  assert.equal(held.standings.get('service:housing')?.parent?.number, 2)
  assert.equal(held.standings.get('service:housing')?.parent?.parent.code, 'places')
})

test('who may not, what is not there, and what cannot be are refused', async (t) => {
  const { database, keeper, as, events } = await smallOrganisation(t)
  const move = { unit: housing, parent: people, from: '2024-10-01', reason: 'a decision' }
  await assert.rejects(placeUnit(database.db, as('councillor'), move), Forbidden)
  await assert.rejects(
    placeUnit(database.db, keeper, { ...move, unit: { kind: 'team', code: 'x' } }),
    NotFound,
  )
  await assert.rejects(
    placeUnit(database.db, keeper, { ...move, parent: { kind: 'team', code: 'x' } }),
    (error) => error instanceof Conflict && /A service cannot belong to a team/.test(error.message),
  )
  assert.equal((await events()).filter((event) => event.startsWith('unit.')).length, 0)
})

test('what is recorded to show the product is marked so', async (t) => {
  const { database, keeper, reading } = await smallOrganisation(t)
  const shown = { ...keeper, illustrative: true } as const
  await placeUnit(database.db, shown, {
    unit: housing,
    parent: people,
    from: '2024-10-01',
    reason: 'to show',
  })
  const { standings } = await reading((db) => unitsOn(db, '2024-10-01'))
  assert.equal(standings.get('service:housing')?.parent?.illustrative, true)
})
