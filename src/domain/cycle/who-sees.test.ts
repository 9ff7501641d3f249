import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, type Role, roles } from '../access/roles.ts'
import { type Unit, wholeCouncil } from '../access/unit.ts'
import { type RequestState, stateOrder } from './request-state.ts'
import { type Readable, seesAnswer } from './who-sees.ts'

const place: Unit = { kind: 'directorate', code: 'place' }
const housing: Unit = { kind: 'service', code: 'housing' }
const waste: Unit = { kind: 'service', code: 'waste' }
const givenBy = { accountId: 99, name: 'Housing officer' }
const answer = (state: RequestState): Readable => ({ state, chain: [housing, place, wholeCouncil], givenBy })

const holder = (role: Role, unit: Unit, accountId = 1): Actor => ({
  authorityId: 1,
  role,
  name: role,
  accountId,
  grants: [
    { id: 1, role, unit, kind: 'held', from: '2020-04-01', until: null, onBehalfOf: null, endedOn: null },
  ],
})

test('an assured answer is for everybody in the council, and not for residents', () => {
  for (const role of Object.keys(roles) as Role[])
    assert.equal(seesAnswer(holder(role, wholeCouncil), answer('assured')), role !== 'resident', role)
})

test('before that it is for those who answer, agree or keep, whoever else asks', () => {
  const seeing = ['frontline', 'service-manager', 'assistant-director', 'executive-director'].concat([
    'business-intelligence',
    'operator',
  ])
  for (const state of stateOrder.filter((each) => each !== 'assured'))
    assert.deepEqual(
      (Object.keys(roles) as Role[])
        .filter((role) => seesAnswer(holder(role, wholeCouncil), answer(state)))
        .sort(),
      seeing.toSorted(),
      state,
    )
})

test('those of another unit do not read it, those above its unit do', () => {
  const draft = answer('given')
  assert.equal(seesAnswer(holder('service-manager', waste), draft), false)
  assert.equal(seesAnswer(holder('service-manager', housing), draft), true)
  assert.equal(seesAnswer(holder('assistant-director', place), draft), true)
})

test('whoever gave a figure may read it again, also when they answer for the unit no more', () => {
  assert.equal(seesAnswer(holder('frontline', waste, 99), answer('given')), true)
  assert.equal(seesAnswer(holder('frontline', waste, 98), answer('given')), false)
})
