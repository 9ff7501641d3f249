import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createApp } from '#src/app.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'

const { db } = await seftonDatabase({ after })
const authority = await authorityOf(db, seftonActor('councillor'))
const as = (role: Role) => {
  const app = createApp({ database: db, authority, actorFor: () => seftonActor(role), production: false })
  after(() => app.close())
  return browserOf(app)
}
const keeper = as('business-intelligence')
const address = '/finance/drivers'
const picture = '/whole-picture/services/operational-in-house-services'

test('a councillor reads what drives which cost and how that is known, and finds no form', async () => {
  const { text, body } = await as('councillor').get(address)
  assert.match(
    text,
    /Children's Social Care agency staff Percentage of Agency Workers matched by subject, not by the papers/,
  )
  assert.doesNotMatch(body, /<form[^>]*action="\/finance\/drivers"/)
})

test('what is missing is said beside its field, and what was typed stays', async () => {
  const answer = await keeper.send(address, { drives: 'collection rounds' })
  assert.equal(answer.status, 400)
  assert.match(answer.text, /Choose the measure/)
  assert.match(answer.text, /Say how this is known/)
  assert.match(answer.body, /value="collection rounds"/)
})

test('a measure that is tied to a budget stands beside it in the whole picture, until it is untied', async () => {
  const tie = { measure: 'sm-60', service: 'operational-in-house-services', basis: 'the waste team' }
  const answer = await keeper.send(address, { ...tie, drives: 'disposal' })
  assert.equal(answer.location, `${address}?done=tied`)
  assert.match((await keeper.get(picture)).text, /Recycling rate .* disposal Operational In-House Services/)
  await keeper.send(address, { ...tie, drives: '' })
  assert.doesNotMatch((await keeper.get(picture)).text, /disposal Operational/)
})
