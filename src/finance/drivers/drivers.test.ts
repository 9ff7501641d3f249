import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotFound } from '#src/access/refusals.ts'
import { recordMeasures } from '#src/measures/commands.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { recyclingRate } from '#test/support/measured-council.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { costDrivers } from './cost-drivers.ts'
import { tieDrivers } from './tie-drivers.ts'

const tie = { measure: 'sm-01', service: 'parks', drives: 'collection', basis: 'as agreed' }

test('a measure is tied to a budget, tied otherwise, and untied; each step stays in the trail', async (t) => {
  const { database, keeper, reading, events } = await smallCouncil(t)
  await recordOrganisation(database.db, keeper, organisation)
  await recordMeasures(database.db, keeper, [recyclingRate])
  const change = (drives: string | null) => tieDrivers(database.db, keeper, [{ ...tie, drives }])
  const held = async () => (await reading(costDrivers)).map(({ drives }) => drives)

  assert.deepEqual(await change('collection'), { added: 1, changed: 0, unchanged: 0 })
  assert.deepEqual(await change('collection'), { added: 0, changed: 0, unchanged: 1 })
  assert.deepEqual(await held(), ['collection'])
  await change('sorting')
  assert.deepEqual(await held(), ['sorting'])
  await change(null)
  assert.deepEqual(await held(), [])
  assert.equal((await change(null)).unchanged, 1)
  assert.equal((await events()).filter((event) => event.startsWith('cost-driver.tied')).length, 3)
})

test('a measure or service that does not exist ties nothing, also not the others of the same list', async (t) => {
  const { database, keeper, reading } = await smallCouncil(t)
  await recordOrganisation(database.db, keeper, organisation)
  await recordMeasures(database.db, keeper, [recyclingRate])
  for (const wrong of [
    { ...tie, service: 'moon' },
    { ...tie, measure: 'sm-99' },
  ])
    await assert.rejects(
      tieDrivers(database.db, keeper, [tie, wrong]),
      (error) =>
        error instanceof NotFound && /There is no (measure 'sm-99'|service 'moon')/.test(error.message),
    )
  assert.deepEqual(await reading(costDrivers), [])
})
