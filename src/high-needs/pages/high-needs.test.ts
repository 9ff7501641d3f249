import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createApp } from '#src/app.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonApp } from '#test/support/app.ts'
import { htmlText } from '#test/support/html-text.ts'
import { seftonActor } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'

const { database, get } = await seftonApp({ after })
const app = createApp({
  database: database.db,
  authority: await authorityOf(database.db, seftonActor('operator')),
  actorFor: () => seftonActor('business-intelligence'),
  production: false,
})
after(() => app.close())
const keeper = browserOf(app)

test('the deficit, the model’s range and the council’s own forecast are told in the first line', async () => {
  const { text } = await get('/high-needs')
  assert.match(
    text,
    /The deficit was £38\.0m on 31 March 2024\. The model expects £82\.6m to £97\.2m by 31 March 2026 \(the council’s own forecast: £81\.6m\), and £136\.6m to £195\.8m by 31 March 2028 \(the council’s own forecast: £136\.0m\)\./,
  )
})

test('what the papers do not give is said to be an assumption, and what is computed to be computed', async () => {
  const { body } = await get('/high-needs.csv?table=high-needs-assumptions')
  assert.match(body, /Inflation a year,1% – 3% – 5%,"Assumption, not Sefton’s"/)
  assert.match(
    body,
    /Cost of a plan in a year,"£20,006",Computed,"Net expenditure of £63\.700m in 2023\/24 over 3,184 plans/,
  )
})

test('the sums of the papers are done again and agree', async () => {
  const { text } = await get('/high-needs')
  assert.match(
    text,
    /Agrees 2023\/24, net expenditure less government funding: the lines add up to the printed £19\.300m/,
  )
  assert.match(
    text,
    /Agrees 31 March 2026, initial deficit and mitigations: the lines add up to the printed £81\.593m/,
  )
  assert.match(
    text,
    /Agrees 31 March 2028, initial deficit and mitigations: the lines add up to the printed £135\.992m/,
  )
})

test('the council’s forecast stands in a column of its own beside the model’s', async () => {
  const { body } = await get('/high-needs.csv')
  const row = body.split('\r\n').find((line) => line.startsWith('2025/26')) ?? ''
  assert.match(row, /,81\.593,87\.141$/)
  assert.match(body.split('\r\n').find((line) => line.startsWith('2024/25')) ?? '', /,none,none$/)
})

test('another year to balance can be asked for', async () => {
  const { text } = await get('/high-needs?year=2025-26')
  assert.match(text, /What would have to be true for 2025\/26 to end without a deficit of its own/)
})

test('every figure is shown with its period, how firm it is and where it stands', async () => {
  const { text } = await get('/high-needs/figures')
  assert.match(
    text,
    /Estimated deficit position Council 31 March 2026 forecast \(February 2024\) 81\.593 £m Cabinet papers, 25 July 2024: Item 4 para 7\.2/,
  )
  assert.match(
    text,
    /Extra cost of those independent placements Council April 2024 to July 2024 actual 2\.600 £m/,
  )
  assert.match(text, /Home to School Transport budget Council 2024\/25 budget 14\.400 £m/)
})

const figure = {
  quantity: 'accumulated-deficit',
  period: '2024/25',
  basis: 'actual',
  madeIn: '',
  value: '61.2',
  source: 'Outturn 2024/25',
  note: '',
}

test('a figure that cannot be is refused beside its field, with what to do', async () => {
  const cases: [Partial<typeof figure>, RegExp][] = [
    [{ value: '38000000' }, /38000000 in £m is more than any deficit; it looks like pounds/],
    [
      { quantity: 'mitigations', basis: 'forecast', madeIn: '2025-02', value: '7' },
      /write them with a minus, as −7/,
    ],
    [{ quantity: 'plans', value: '-3' }, /Write a whole number, 0 or more/],
    [{ period: 'soon' }, /Write the period as a year \(2023\/24\)/],
    [{ basis: 'forecast' }, /Write the month in which the forecast was made/],
    [{ source: '' }, /Say which paper it is from/],
  ]
  for (const [wrong, expected] of cases) {
    const { status, text } = await keeper.send('/high-needs/figures', { ...figure, ...wrong })
    assert.equal(status, 400)
    assert.match(text, expected)
  }
})

test('a newly recorded actual stands among the figures, and what was said before stays', async () => {
  const { location } = await keeper.send('/high-needs/figures', {
    ...figure,
    period: '2018/19',
    value: '1.5',
  })
  assert.equal(location, '/high-needs/figures?done=recorded')
  await keeper.send('/high-needs/figures', { ...figure, period: '2018/19', value: '1.6' })
  assert.match(
    (await keeper.get('/high-needs/figures')).text,
    /Accumulated deficit Council 2018\/19 actual 1\.600/,
  )
  const said = await inAuthority(database.db, 1, (db) =>
    db
      .selectFrom('high_needs_fact')
      .select(['number', 'amount_pence'])
      .where('quantity', '=', 'accumulated-deficit')
      .where('period', '=', '2018/19')
      .orderBy('number')
      .execute(),
  )
  assert.deepEqual(
    said.map(({ number, amount_pence }) => [number, amount_pence]),
    [
      [1, '150000000'],
      [2, '160000000'],
    ],
  )
})

test('a councillor is offered no form', async () => {
  assert.ok(!htmlText((await get('/high-needs/figures')).body).includes('Record a figure'))
})
