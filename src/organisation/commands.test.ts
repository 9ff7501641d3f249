import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotFound } from '#src/access/refusals.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { recordAreas, recordComparatorGroups } from './areas.ts'
import { authorityOf, setUpAuthority } from './authority.ts'
import { openQuarter, recordOrganisation } from './commands.ts'
import { areaNamed, comparatorAreas, reportingQuarter, reportingQuarters } from './queries.ts'

test('the latest quarter opened is the one the pages speak of', async (t) => {
  const { database, keeper, reading, events } = await smallCouncil(t)
  await assert.rejects(
    reading((db) => reportingQuarter(db, null)),
    /No quarter has been opened/,
  )
  await openQuarter(database.db, keeper, financialQuarter(2024, 4))
  await openQuarter(database.db, keeper, financialQuarter(2024, 1))
  assert.deepEqual(await reading(reportingQuarters), ['2024-25-q4', '2024-25-q1'])
  assert.equal((await reading((db) => reportingQuarter(db, null))).start, '2025-01-01')
  assert.equal((await reading((db) => reportingQuarter(db, '2024-25-q1'))).start, '2024-04-01')
  assert.equal((await openQuarter(database.db, keeper, financialQuarter(2024, 1))).unchanged, 1)
  assert.equal((await events()).filter((event) => event.startsWith('quarter.opened')).length, 2)
})

test('a quarter that is written wrongly is refused with how to write it', async (t) => {
  const { database, keeper, reading } = await smallCouncil(t)
  await openQuarter(database.db, keeper, financialQuarter(2024, 1))
  await assert.rejects(
    reading((db) => reportingQuarter(db, '2024-25-q5')),
    NotFound,
  )
  await assert.rejects(
    reading((db) => reportingQuarter(db, '2024-25')),
    /not a quarter; write it as 2024-25-q1/,
  )
})

test('a corrected name is one change and one event; the rest stays untouched', async (t) => {
  const { database, keeper, events } = await smallCouncil(t)
  const directorate = (name: string) => ({
    code: 'place',
    name,
    leadRole: null,
    certainty: 'named',
    source: 'p. 1',
  })
  const input = (name: string) => ({
    directorates: [directorate(name)],
    services: [],
    portfolios: [],
    roles: [],
  })
  assert.equal((await recordOrganisation(database.db, keeper, input('Place'))).added, 1)
  const corrected = await recordOrganisation(database.db, keeper, input('Place and Regeneration'))
  assert.deepEqual(corrected, { added: 0, changed: 1, unchanged: 0 })
  assert.equal((await events()).filter((event) => event.startsWith('organisation.')).length, 2)
})

test('an area is shared by all councils, so that none can rename it for the others', async (t) => {
  const { database, keeper, reading } = await smallCouncil(t)
  const renamed = [{ code: 'E08000002', name: 'Ours', kind: 'local-authority' }] as const
  assert.deepEqual(await recordAreas(database.db, keeper, renamed), { added: 0, changed: 0, unchanged: 1 })
  assert.equal(await reading((db) => areaNamed(db, 'E08000002')), 'Nextham')
  assert.equal(await reading((db) => areaNamed(db, 'E08000099')), null)
})

test('the areas of a comparator group come nearest first', async (t) => {
  const { database, keeper, reading } = await smallCouncil(t)
  const group = { code: 'near', name: 'Nearest', source: 'p. 1', areas: ['E08000002', 'E08000001'] }
  await recordComparatorGroups(database.db, keeper, [group])
  const areas = (await reading(comparatorAreas)).get('near')
  assert.deepEqual(
    areas?.map(({ name }) => name),
    ['Nextham', 'Smallton'],
  )
})

test('setting up a council again corrects it, and leaves an event only when something changed', async (t) => {
  const { database, keeper, events } = await smallCouncil(t)
  const { db } = database
  const before = await authorityOf(db, keeper)
  await setUpAuthority(db, before)
  await setUpAuthority(db, { ...before, name: 'Smallton Borough Council' })
  assert.equal((await authorityOf(db, keeper)).name, 'Smallton Borough Council')
  assert.equal((await events()).filter((event) => event.startsWith('authority.set-up')).length, 2)
  await assert.rejects(setUpAuthority(db, { ...before, id: 0 }), /0 is not an authority's id/)
})
