import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })

test('plans are listed, the latest first, each with its days', async () => {
  const { text } = await get('/plans')
  const order = [
    'Corporate Plan 2024 to 2027 Corporate plan, 1 April 2024 to 31 March 2027',
    'Corporate Plan 2023 to 2026 Corporate plan, 1 April 2023 to 31 March 2026',
    'Sefton 2030',
  ].map((words) => text.indexOf(words))
  assert.ok(order.every((at) => at > 0))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
})

test('the corporate plan has its 71 outcomes, 45 actions and 48 success measures', async () => {
  const { body } = await get('/plans')
  const address = /href="(\/plans\/[^"]*2024[^"]*)"/.exec(body)?.[1] ?? ''
  const plan = await get(address)
  assert.equal(plan.status, 200)
  const items = (kind: string) =>
    new Set(plan.body.match(new RegExp(`href="/thread/${kind}-\\d+"`, 'g'))).size
  assert.deepEqual([items('outcome'), items('action'), items('success-measure')], [71, 45, 48])
})

test('a plan that is not there names those that are', async () => {
  const { status, text } = await get('/plans/no-such-plan')
  assert.equal(status, 404)
  assert.match(text, /There is no plan 'no-such-plan'/)
  assert.match(text, /Corporate Plan 2024 to 2027/)
})
