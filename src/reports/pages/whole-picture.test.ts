import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })
const children = '/whole-picture/priorities/children-and-young-people'

test('the whole picture has a line for every priority and service, with measures, money and risks', async () => {
  const { text } = await get('/whole-picture')
  assert.match(
    text,
    /Children & Young People .*Overspend of £3\.500m on £99\.154m 4, highest 20 of 25 illustrative/,
  )
  assert.match(text, /Health & Wellbeing .*Underspend of £0\.120m on £19\.857m/)
  assert.match(text, /Property and Building Services .*On budget on −£0\.530m/)
  assert.match(text, /No source says which services fall into which portfolio/)
})

test('an underspend beside a measure that is among the worst is told, with the way to both', async () => {
  const { body, text } = await get('/whole-picture')
  assert.match(
    text,
    /An underspend stands beside output that is missed\. Health & Wellbeing forecasts an underspend of £0\.120m, while ‘Rate of Child Vaccinations’ is red/,
  )
  assert.match(body, /href="\/whole-picture\/services\/health-and-wellbeing"/)
})

test('a priority has its red measures, the money of its services and what drives their cost on one page', async () => {
  const { text } = await get(children)
  assert.match(text, /measures red; forecast overspend of £3\.500m on £99\.154m/)
  assert.match(text, /Children's Social Care 81\.226 84\.726 Overspend of £3\.500m/)
  assert.match(text, /Together 99\.154 102\.654 Overspend of £3\.500m/)
  assert.match(text, /Percentage of Agency Workers 38\.1% .*agency staff/)
})

test('the page of a service says what could be compared, so that silence is not taken for harmony', async () => {
  const { text } = await get('/whole-picture/services/strategic-management')
  assert.match(text, /Nothing recorded contradicts anything else/)
  assert.match(
    text,
    /What could be held against each other: 0 of 0 measures can be judged; 1 budget has a forecast/,
  )
})

test('a kind or code that is not held is not found, and what is held is offered', async () => {
  const { status, text } = await get('/whole-picture/services/dragons')
  assert.equal(status, 404)
  assert.match(text, /There is no ‘dragons’ among the services/)
  assert.equal((await get('/whole-picture/dragons/adults')).status, 404)
})

test('each part of the page can be had as data', async () => {
  const { body } = await get(`${children}.csv`)
  assert.match(body, /^Kind,What is found,Illustrative\r\n/)
  const money = await get(`${children}.csv?table=money`)
  assert.match(money.body, /Together,99\.154,102\.654,Overspend of £3\.500m/)
})

test('a risk that was lowered while its measure is red is told, and that its scores are illustrative', async () => {
  const { text } = await get(children)
  assert.match(
    text,
    /A risk was lowered while its measure is red\. illustrative The risk ‘Children's social care placements and agency cost’ was lowered from 20 to 12, but ‘Percentage of Agency Workers’/,
  )
  assert.match(
    text,
    /A risk is above appetite and has no action\. illustrative The risk ‘Home to School Transport/,
  )
})

test('the first page has the highest risk of each priority, and how much does not fit together', async () => {
  const { text, body } = await get('/')
  assert.match(text, /Children & Young People .* 20 of 25, above appetite illustrative/)
  assert.match(text, /Performance, money and risk together: \d+ things do not fit together/)
  assert.match(body, /href="\/whole-picture\/priorities\/children-and-young-people"/)
  assert.match(text, /Savings £0\.900m of £4\.800m delivered £3\.900m still to deliver in 2024\/25/)
  assert.match(text, /High needs Deficit of £38\.000m on 31 March 2024 The council’s own forecast: £81\.593m/)
})
