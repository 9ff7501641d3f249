import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Action, actions, can } from './can.ts'
import { type Grant, inForceOn, mostAble } from './grant.ts'
import { type Actor, type Role, roles } from './roles.ts'
import { parseUnit, type Unit, unitText, wholeCouncil } from './unit.ts'

const everyRole = Object.keys(roles) as Role[]
const housing: Unit = { kind: 'service', code: 'housing' }
const grant = (role: Role, unit: Unit): Grant => ({
  id: 1,
  role,
  unit,
  kind: 'held',
  from: '2024-04-01',
  until: null,
  onBehalfOf: null,
  endedOn: null,
})
const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  authorityId: 1,
  role,
  name: role,
  ...more,
})

test('there is an answer for every role and action, and a refusal says who may', () => {
  for (const role of everyRole) {
    for (const action of Object.keys(actions) as Action[]) {
      const decision = can(actor(role), action)
      if (decision.allowed) continue
      assert.ok(decision.reason.startsWith(`${roles[role]} may not ${actions[action].says}.`))
      assert.ok(decision.reason.includes(roles[actions[action].roles[0] ?? role]))
    }
  }
})

test('a role held over one service reaches that service and no other', () => {
  const manager = actor('service-manager', { grants: [grant('service-manager', housing)] })
  assert.equal(can(manager, 'role.delegate', { units: [housing] }).allowed, true)
  const elsewhere = can(manager, 'role.delegate', { units: [{ kind: 'service', code: 'parks' }] })
  assert.equal(elsewhere.allowed, false)
  assert.match(elsewhere.allowed ? '' : elsewhere.reason, /not here\. Ask whoever holds it here/)
})

test('a role held over a directorate reaches what lies below it, when the chain is named', () => {
  const places: Unit = { kind: 'directorate', code: 'places' }
  const director = actor('assistant-director', { grants: [grant('assistant-director', places)] })
  assert.equal(can(director, 'role.delegate', { units: [housing, places] }).allowed, true)
  assert.equal(can(director, 'role.delegate', { units: [housing] }).allowed, false)
})

test('a role held over the whole council reaches every unit, and another role held there does not help', () => {
  const chief = actor('chief-executive', { grants: [grant('chief-executive', wholeCouncil)] })
  assert.equal(can(chief, 'role.delegate', { units: [housing] }).allowed, true)
  const other = actor('service-manager', { grants: [grant('chief-executive', wholeCouncil)] })
  assert.equal(can(other, 'role.delegate', { units: [housing] }).allowed, false)
})

test('nobody gives themself a role', () => {
  const keeper = actor('business-intelligence', { accountId: 4 })
  assert.equal(can(keeper, 'people.keep', { accountId: 5 }).allowed, true)
  assert.equal(can(keeper, 'people.keep', { accountId: 4 }).allowed, false)
})

test('only an operator makes an operator', () => {
  assert.equal(can(actor('business-intelligence'), 'people.keep', { role: 'operator' }).allowed, false)
  assert.equal(can(actor('operator'), 'people.keep', { role: 'operator' }).allowed, true)
})

test('a grant counts from its first day to its last, and no longer than until it is ended', () => {
  const away = { ...grant('assistant-director', housing), from: '2024-08-01', until: '2024-08-14' }
  const days = ['2024-07-31', '2024-08-01', '2024-08-14', '2024-08-15']
  assert.deepEqual(
    days.map((day) => inForceOn(away, day)),
    [false, true, true, false],
  )
  assert.equal(inForceOn({ ...away, endedOn: '2024-08-05' }, '2024-08-04'), true)
  assert.equal(inForceOn({ ...away, endedOn: '2024-08-05' }, '2024-08-05'), false)
})

test('of several roles the most able is used', () => {
  assert.equal(mostAble(['councillor', 'operator', 'frontline']), 'operator')
  assert.equal(mostAble([]), null)
  fc.assert(
    fc.property(fc.shuffledSubarray(everyRole, { minLength: 1 }), (held) => {
      assert.equal(mostAble(held), mostAble([...held].reverse()))
    }),
  )
})

test('a unit is read back from its text, and what is no unit is none', () => {
  for (const unit of [wholeCouncil, housing]) assert.deepEqual(parseUnit(unitText(unit)), unit)
  for (const text of ['', 'service', 'service:', 'ward:bootle', 'council:x', 'service:a b'])
    assert.equal(parseUnit(text), null, text)
})
