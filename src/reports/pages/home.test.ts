import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })

test('the home page says whose performance, which quarter and how complete', async () => {
  const { text } = await get('/')
  assert.match(text, /How Sefton is doing/)
  assert.match(text, /2024\/25 Q1 \(April to June 2024\)/)
  assert.match(text, /35 of 86 measures have figures for periods that ended by 30 June 2024/)
})

test('the forecast overspend of the council is its £4.950m, against budget', async () => {
  const { text } = await get('/')
  assert.match(text, /Forecast overspend of £4\.950m/)
  assert.match(text, /£263\.430m against a budget of £258\.480m/)
})

test('seven things need attention, most serious first, and each says where it is told in full', async () => {
  const { body, text } = await get('/')
  const [, after = ''] = text.split('What needs attention')
  const [concerns = ''] = after.split('Going well')
  const sentences = [
    "Children's Social Care: forecast overspend of £3.500m",
    'Adult Social Care: forecast overspend of £2.000m',
    'Percentage of Children Persistently Absent: 23.2%',
    'Percentage of Agency Workers: 38.1%',
    'Recycling rate – percentage of household waste sent for reuse, recycling and composting: 33.2%',
    'Progress 8 for KS4 pupils: −0.48',
    'Attainment 8 for KS4 pupils: 42.0',
  ]
  const order = sentences.map((sentence) => concerns.indexOf(sentence))
  assert.ok(
    order.every((at) => at > 0),
    `not among the concerns: ${sentences.filter((_, index) => (order[index] ?? -1) < 0).join('; ')}`,
  )
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  assert.match(body, /href="\/measures\/sm-03"/)
})

test('the six priorities stand side by side, each with its measures, actions and money', async () => {
  const { text } = await get('/')
  for (const priority of [
    'Children & Young People',
    'Health & Wellbeing',
    'Adult Social Care',
    'Working for Our Communities Every Day',
    'Inclusive Growth',
    'Financial Sustainability',
  ])
    assert.ok(text.includes(priority), priority)
  assert.match(text, /Overspend of £3\.500m on £99\.154m/)
  assert.match(text, /Underspend of £0\.120m on £19\.857m/)
})

test('an earlier quarter has no money that was not yet reported, and says so', async () => {
  const { status, text } = await get('/?period=2023-24-q4')
  assert.equal(status, 200)
  assert.match(text, /2023\/24 Q4 \(January to March 2024\)/)
  assert.doesNotMatch(text, /£4\.950m/)
})

test('a quarter that is none is refused with how to write one', async () => {
  const { status, text } = await get('/?period=summer')
  assert.equal(status, 404)
  assert.match(text, /summer/)
})
