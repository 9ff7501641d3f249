import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })

test('the thread begins with the vision and comes down to the priorities of the plan in force', async () => {
  const { text } = await get('/thread')
  const [, main = ''] = text.split('From the vision')
  const priorities = [
    'Children & Young People',
    'Health & Wellbeing',
    'Inclusive Growth',
    'Financial Sustainability',
  ]
  const order = ['Sefton 2030', 'Core purpose', 'Corporate Plan 2024 to 2027', ...priorities].map((name) =>
    main.indexOf(name),
  )
  assert.ok(order.every((at) => at > 0))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
})

test('a priority without outcomes is shown with none', async () => {
  assert.match((await get('/thread')).text, /Financial Sustainability .*0 outcomes · 5 actions/)
})

test('breaks are counted by their kind', async () => {
  const { text } = await get('/thread')
  for (const words of [
    'Outcomes with no measure: 71',
    'Measures with no owner: 86',
    'Measures with no target: 72',
  ])
    assert.ok(text.includes(words), words)
  assert.match((await get('/thread/breaks')).text, /263 places where the thread is broken/)
})

test('an item names what it serves, up to the vision, and what serves it', async () => {
  const { text, body } = await get('/thread/children-and-young-people')
  assert.match(
    text,
    /Sefton 2030 .* The council’s core purpose .* Corporate Plan 2024 to 2027 .* Children & Young People/,
  )
  assert.ok((body.match(/href="\/thread\/outcome-\d+"/g)?.length ?? 0) >= 15)
  assert.equal(new Set(body.match(/href="\/measures\/sm-\d+"/g)).size, 22)
})
