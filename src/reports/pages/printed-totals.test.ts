import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })

test('every total of the papers stands beside what its lines add up to, and what differs comes first', async () => {
  const { text } = await get('/finance/printed-totals')
  assert.match(
    text,
    /\d+ of \d+ printed totals agree with their lines; \d+ differ by what rounding the lines can make; \d+ differ without an explanation/,
  )
  assert.match(
    text,
    /What differs .*Total programme 2024\/25: the lines add up to £85,527,591, £40,000 less than the printed £85,567,591/,
  )
  assert.match(text, /Forecast Year-End Deficit, variance £4\.950m £4\.950m \S+ Agrees/)
  assert.match(text, /Total programme 2024\/25 £85,567,591 £85,527,591 −£40,000 Unexplained/)
})

test('the whole list is one file, with exact amounts', async () => {
  const { body } = await get('/finance/printed-totals.csv')
  assert.match(body, /^Total,Printed,Its lines add up to,Difference,Agrees\r\n/)
  assert.match(body, /"?Total programme 2024\/25"?,85567591(\.00)?,85527591(\.00)?,-40000(\.00)?,Unexplained/)
})
