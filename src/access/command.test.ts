import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepRows } from '#src/db/keep.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { changed, command } from './command.ts'
import { Forbidden, isRefusal, NotFound } from './refusals.ts'

const portfolio = {
  authority_id: 1,
  code: 'money',
  position: 1,
  name: 'Money',
  year: '2024',
  context: '',
  source_ref: '',
}

test('a command leaves its rows and its event, with the role that did it', async (t) => {
  const { database, keeper, reading } = await smallCouncil(t)
  const result = await command(database.db, keeper, 'organisation.keep', async (db) => {
    const kept = await keepRows(db, 'portfolio', ['authority_id', 'code'], [portfolio])
    return { result: kept, event: changed(kept, 'portfolio.recorded', 'portfolio/money') }
  })
  assert.deepEqual(result, { added: 1, changed: 0, unchanged: 0 })
  const event = await reading((db) =>
    db.selectFrom('event').selectAll().where('action', '=', 'portfolio.recorded').executeTakeFirstOrThrow(),
  )
  assert.equal(event.actor_role, 'business-intelligence')
  assert.equal(event.subject, 'portfolio/money')
  assert.deepEqual(event.details, { added: 1, changed: 0 })
})

test('nothing changed, nothing happened: no event is recorded', async (t) => {
  const { database, keeper, events } = await smallCouncil(t)
  const record = () =>
    command(database.db, keeper, 'organisation.keep', async (db) => {
      const kept = await keepRows(db, 'portfolio', ['authority_id', 'code'], [portfolio])
      return { result: kept, event: changed(kept, 'portfolio.recorded', 'portfolio/money') }
    })
  await record()
  const before = await events()
  assert.deepEqual(await record(), { added: 0, changed: 0, unchanged: 1 })
  assert.deepEqual(await events(), before)
})

test('work that fails leaves neither rows nor event', async (t) => {
  const { database, keeper, events, reading } = await smallCouncil(t)
  const before = await events()
  const failing = command(database.db, keeper, 'organisation.keep', async (db) => {
    await keepRows(db, 'portfolio', ['authority_id', 'code'], [portfolio])
    throw new NotFound('There is no such portfolio.')
  })
  await assert.rejects(failing, (error) => isRefusal(error))
  assert.deepEqual(await events(), before)
  assert.deepEqual(await reading((db) => db.selectFrom('portfolio').select('code').execute()), [])
})

test('somebody who may not is refused before the work begins', async (t) => {
  const { database, as } = await smallCouncil(t)
  let began = false
  const refused = command(database.db, as('resident'), 'organisation.keep', async () => {
    began = true
    return { result: null, event: null }
  })
  await assert.rejects(refused, Forbidden)
  assert.equal(began, false)
})
