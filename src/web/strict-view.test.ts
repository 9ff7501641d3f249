import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainView, strictView } from './strict-view.ts'

const view = strictView({ name: 'a', none: null, lost: undefined, rows: [{ value: 1 }], when: new Date(0) })

test('a name the view has is read, however deep, and null is a value', () => {
  assert.equal(view.name, 'a')
  assert.equal(view.none, null)
  assert.equal(view.rows[0]?.value, 1)
  assert.equal(view.when.getTime(), 0)
})

test('a name the view lacks is an error that says what it has', () => {
  assert.throws(() => Reflect.get(view, 'nmae'), /view has no 'nmae'. It has: name, none, lost, rows, when/)
  assert.throws(() => Reflect.get(view.rows[0] ?? {}, 'vlaue'), /view\.rows\[0\] has no 'vlaue'/)
  assert.throws(() => Reflect.get(view.rows, 'lenght'), /view\.rows is a list and has no 'lenght'/)
})

test('undefined is not a way to state that something is absent', () => {
  assert.throws(() => view.lost, /State what may be absent as null/)
})

test('lists, JSON, promises, spreading and text go on working', async () => {
  assert.equal(view.rows.length, 1)
  assert.ok(Array.isArray(view.rows))
  assert.deepEqual(
    view.rows.map(({ value }) => value),
    [1],
  )
  assert.equal(view.rows[5], undefined)
  assert.equal(JSON.stringify(view.rows), '[{"value":1}]')
  assert.equal((await Promise.resolve(view)).name, 'a')
  assert.deepEqual([...view.rows], [{ value: 1 }])
  assert.equal(`${view.rows}`, '[object Object]')
})

test('frozen parts and parts that point at each other can be made strict', () => {
  const parent: { child: object | null } = { child: null }
  parent.child = Object.freeze({ parent, name: 'child' })
  const strict = strictView({ parent: Object.freeze(parent) })
  assert.equal(Reflect.get(strict.parent.child ?? {}, 'name'), 'child')
})

test('the plain value behind a strict one may be asked for anything', () => {
  assert.equal(Reflect.get(Object(plainView(view)), 'nmae'), undefined)
  assert.equal(plainView('text'), 'text')
})
