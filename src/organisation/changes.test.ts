import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict, Forbidden } from '#src/access/refusals.ts'
import type { Unit } from '#src/domain/access/unit.ts'
import { unitText } from '#src/domain/access/unit.ts'
import { nameOn } from '#src/domain/organisation/organisation-on.ts'
import { assignMeasures } from '#src/measures/assign-measures.ts'
import { measureUnitsOn } from '#src/measures/units.ts'
import { smallOrganisation } from '#test/support/small-organisation.ts'
import { addPost, addTeam } from './add-part.ts'
import { closeUnit } from './close-unit.ts'
import { unitChain, unitsOn } from './organisation-facts.ts'
import { placeUnit } from './place-unit.ts'
import { renameUnit } from './rename-unit.ts'

const housing: Unit = { kind: 'service', code: 'housing' }
const parks: Unit = { kind: 'service', code: 'parks' }
const repairs: Unit = { kind: 'team', code: 'repairs' }
const team = {
  code: 'repairs',
  name: 'Repairs',
  began: '2024-04-01',
  parent: housing,
  basis: 'Structure chart',
}
const refusal = (words: RegExp) => (error: unknown) => error instanceof Conflict && words.test(error.message)

test('a team is added to a service, and a post to the team, each from its first day', async (t) => {
  const { database, keeper, reading, events } = await smallOrganisation(t)
  const post = {
    ...team,
    code: 'repairs-manager',
    name: 'Repairs manager',
    parent: repairs,
    role: 'service-manager',
  }
  assert.equal(await addTeam(database.db, keeper, team), true)
  assert.equal(await addPost(database.db, keeper, { ...post, role: 'service-manager' }), true)
  assert.equal(await addTeam(database.db, keeper, team), false)
  const chain = await reading((db) => unitChain(db, repairs, '2024-04-01'))
  assert.deepEqual(chain.map(unitText), ['team:repairs', 'service:housing', 'council'])
  const { standings } = await reading((db) => unitsOn(db, '2024-03-31'))
  assert.equal(standings.get('team:repairs')?.state, 'not-begun')
  assert.deepEqual((await events()).slice(-2), ['team.added team/repairs', 'post.added post/repairs-manager'])
  await assert.rejects(
    addTeam(database.db, keeper, { ...team, name: 'Other repairs' }),
    refusal(/There is a team 'repairs' already: Repairs. Give this one another name/),
  )
  await assert.rejects(
    addTeam(database.db, keeper, { ...team, code: 'x', parent: { kind: 'portfolio', code: 'gone' } }),
    refusal(/no portfolio 'gone'/),
  )
})

test('a renamed service is called by its old name until the day before', async (t) => {
  const { database, keeper, reading, as } = await smallOrganisation(t)
  const rename = { unit: housing, name: 'Homes', from: '2024-10-01', reason: 'Cabinet' }
  await assert.rejects(renameUnit(database.db, as('leader'), rename), Forbidden)
  assert.equal(await renameUnit(database.db, keeper, rename), true)
  assert.equal(await renameUnit(database.db, keeper, rename), false)
  const name = (day: string) => reading(async (db) => nameOn(await unitsOn(db, day), housing))
  assert.deepEqual([await name('2024-09-30'), await name('2024-10-01')], ['Housing', 'Homes'])
})

test('what a closed team answered for goes on with the unit its work went to', async (t) => {
  const { database, keeper, reading } = await smallOrganisation(t)
  const { db } = database
  await addTeam(db, keeper, team)
  await assignMeasures(db, keeper, {
    measures: [{ measure: 'm-1', unit: repairs }],
    from: '2024-04-01',
    basis: 'Structure chart',
  })
  const closing = { unit: repairs, on: '2024-10-01', into: parks, reason: 'Merged' }
  assert.equal(await closeUnit(db, keeper, closing), true)
  assert.equal(await closeUnit(db, keeper, closing), false)
  const answers = async (day: string) => (await reading((db) => measureUnitsOn(db, day))).get('m-1')?.code
  assert.deepEqual([await answers('2024-09-30'), await answers('2024-10-01')], ['repairs', 'parks'])
  await assert.rejects(
    placeUnit(db, keeper, { unit: repairs, parent: parks, from: '2024-10-01', reason: 'x' }),
    refusal(/Repairs closed on 1 October 2024. Enter an earlier day/),
  )
})

test('a unit that still holds others is not closed, nor into one that is not there', async (t) => {
  const { database, keeper } = await smallOrganisation(t)
  const { db } = database
  await addTeam(db, keeper, team)
  const close = (unit: Unit, into: Unit | null, on = '2024-10-01') =>
    closeUnit(db, keeper, { unit, into, on, reason: 'Merged' })
  await assert.rejects(
    close(housing, parks),
    refusal(/Housing still holds Repairs. Record where they belong from 1 October 2024 on first/),
  )
  await assert.rejects(close(repairs, repairs), refusal(/cannot go to itself/))
  await assert.rejects(
    close(repairs, { kind: 'portfolio', code: 'homes' }),
    refusal(/goes to a unit of officers|work to a unit/),
  )
  await assert.rejects(
    close(repairs, housing, '2024-04-01'),
    refusal(/began on 1 April 2024. Enter a later day/),
  )
  await placeUnit(db, keeper, { unit: repairs, parent: parks, from: '2024-10-01', reason: 'Cabinet' })
  assert.equal(await close(housing, parks), true)
  await assert.rejects(close(repairs, housing), refusal(/Housing is not there on 1 October 2024/))
})

test('whoever decided before somebody else recorded a move is told, and nothing is recorded', async (t) => {
  const { database, keeper, reading } = await smallOrganisation(t)
  const move = { unit: housing, from: '2024-10-01', reason: 'Cabinet', seen: 0 }
  await placeUnit(database.db, keeper, { ...move, parent: { kind: 'directorate', code: 'people' } })
  await assert.rejects(
    placeUnit(database.db, keeper, { ...move, parent: { kind: 'directorate', code: 'places' } }),
    refusal(/Somebody else recorded a change/),
  )
  const { standings } = await reading((db) => unitsOn(db, '2024-10-01'))
  assert.equal(standings.get('service:housing')?.parent?.parent.code, 'people')
})
