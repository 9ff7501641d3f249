import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Forbidden, NotFound } from '#src/access/refusals.ts'
import type { Unit } from '#src/domain/access/unit.ts'
import { smallOrganisation } from '#test/support/small-organisation.ts'
import { assignMeasures } from './assign-measures.ts'
import { measureUnitsOn } from './units.ts'

const housing: Unit = { kind: 'service', code: 'housing' }
const parks: Unit = { kind: 'service', code: 'parks' }

test('a measure is answered for by the unit of the day, and by nobody before the first', async (t) => {
  const { database, keeper, reading, events } = await smallOrganisation(t)
  const assign = (unit: Unit, from: string) =>
    assignMeasures(database.db, keeper, { measures: [{ measure: 'm-1', unit }], from, basis: 'Cabinet' })
  assert.equal(await assign(housing, '2024-04-01'), 1)
  assert.equal(await assign(parks, '2024-10-01'), 1)
  assert.equal(await assign(parks, '2024-12-01'), 0)
  const answering = async (day: string) =>
    (await reading((db) => measureUnitsOn(db, day))).get('m-1')?.code ?? null
  assert.deepEqual(
    [await answering('2024-03-31'), await answering('2024-09-30'), await answering('2024-10-01')],
    [null, 'housing', 'parks'],
  )
  assert.equal(await assign(housing, '2024-10-01'), 1)
  assert.equal(await answering('2024-10-01'), 'housing')
  assert.equal((await events()).filter((event) => event === 'measure.assigned measure/m-1').length, 3)
})

test('many measures are assigned at once, with one event that says which', async (t) => {
  const { database, keeper, reading, events } = await smallOrganisation(t)
  const measures = ['m-1', 'm-2', 'm-1'].map((measure) => ({ measure, unit: housing }))
  assert.equal(await assignMeasures(database.db, keeper, { measures, from: '2024-04-01', basis: 'shown' }), 2)
  assert.equal((await reading((db) => measureUnitsOn(db, '2024-04-01'))).size, 2)
  assert.deepEqual(
    (await events()).filter((event) => event.startsWith('measure.assigned')),
    ['measure.assigned measures'],
  )
})

test('a measure or unit that is not there, and whoever may not, is refused', async (t) => {
  const { database, keeper, as } = await smallOrganisation(t)
  const assign = (measure: string, unit: Unit, actor = keeper) =>
    assignMeasures(database.db, actor, { measures: [{ measure, unit }], from: '2024-04-01', basis: 'x' })
  await assert.rejects(
    assign('m-9', housing),
    (error) => error instanceof NotFound && /'m-9'/.test(error.message),
  )
  await assert.rejects(assign('m-1', { kind: 'team', code: 'x' }), NotFound)
  await assert.rejects(assign('m-1', housing, as('councillor')), Forbidden)
})
