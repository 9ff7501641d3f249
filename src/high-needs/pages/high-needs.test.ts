import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inAuthority } from '#src/db/transaction.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { seftonApp } from '#test/support/app.ts'
import { htmlText } from '#test/support/html-text.ts'
import { seftonActor } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'
import { highNeedsDueDates } from '../due-dates.ts'

const { app, database, get } = await seftonApp({ after }, { visitor: 'business-intelligence' })
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

test('the back-test says what cannot be judged yet, and the council’s least beside the model’s range', async () => {
  const { text } = await get('/high-needs/back-test')
  assert.match(text, /None of the council’s 2 forecasts can be judged yet/)
  assert.match(
    text,
    /For 2024\/25 the council said at least £17\.000m more; it lies below the model’s range\./,
  )
  assert.match(text, /From 31 March 2020 the model cannot be run: not recorded are the net expenditure/)
})

test('places are added up by phase, area and need, and held against what the papers print', async () => {
  const { text } = await get('/high-needs/places')
  assert.match(text, /412 special places are listed, 76 of them in provision that opens in September 2024\./)
  assert.match(text, /54 children were placed in independent provision, for £2\.6m more: £48,148 each/)
  assert.match(text, /Primary 13 302 36 not known not known/)
  assert.match(text, /Autism 7 158 0 not known not known/)
  assert.match(
    text,
    /Agrees New primary places due in 2024\/25: the provision listed adds up to the printed 36\./,
  )
  assert.match(
    text,
    /Agrees New secondary places due in 2024\/25: the provision listed adds up to the printed 40\./,
  )
  assert.match(
    text,
    /Differs Meols Cop High School: the project names 10 places with 0 more, .* listed are 12/,
  )
  assert.match(text, /224 of them are named in the paper; 106 are not/)
})

test('the recovery plan says what nobody stated, and what it is worth against what the model takes', async () => {
  const { text } = await get('/high-needs/recovery-plan')
  assert.match(text, /44 actions in 12 workstreams; none states what it saves/)
  assert.match(text, /No action with a value stands behind the £12\.965m a year/)
  assert.match(
    text,
    /Delivering Better Value progress to Cabinet and Council every six months December 2024 next/,
  )
})

const action = {
  workstream: 'Placements',
  title: 'Bring ten placements back into the borough',
  startsIn: '2024-09',
  endsIn: '2025-08',
  value: '0.48',
  progress: 'not started',
  words: '',
  source: 'Recovery plan, December 2024',
}

test('an action is added with its value, then told of anew, and what was said before stays', async () => {
  const plan = '/high-needs/recovery-plan'
  const wrong: [Partial<typeof action>, RegExp][] = [
    [{ endsIn: '2024-06' }, /It would end before it begins in 2024-09; put the months in order/],
    [{ value: '-1' }, /Write what it saves, as a plus/],
    [{ value: '480000' }, /The value is in £m: write £250,000 as 0\.25/],
    [{ startsIn: 'autumn' }, /Write the month as 2024-09/],
    [{ source: '' }, /Say which paper or decision it is from/],
    [{ words: 'long '.repeat(300) }, /Write at most 1000 characters/],
  ]
  for (const [changed, expected] of wrong)
    assert.match((await keeper.send(plan, { ...action, ...changed })).text, expected)
  assert.equal((await keeper.send(plan, action)).location, `${plan}?done=added`)
  assert.match((await get(plan)).text, /1 states what it saves\..* add up to £0\.480m in a full year/)
  const own = `${plan}/action-106`
  const stale = await keeper.fields(own, own)
  await keeper.send(own, { ...action, progress: 'under way', words: 'Three are back' })
  assert.match(
    (await get(own)).text,
    /Not started\. September 2024 to August 2025 \(stated\).*Under way\..*Three are back/,
  )
  const late = await keeper.post(own, { ...stale, ...action, progress: 'done' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Meanwhile test business-intelligence said something else of this action/)
})

test('what was promised is in the calendar, for whoever may read of it', async () => {
  const due = (role: Role, from: string, to: string) =>
    inAuthority(database.db, 1, async (db) =>
      (await highNeedsDueDates(db, seftonActor(role), from, to)).map(({ title }) => title),
    )
  const december = await due('councillor', '2024-12-01', '2025-01-01')
  assert.ok(december.includes('High needs: High Needs Recovery Plan in the next report'))
  const later = await due('councillor', '2026-12-01', '2027-01-01')
  assert.deepEqual(later, [
    'High needs: Delivering Better Value progress to Cabinet and Council every six months',
    'High needs: SEND transformation programme progress every six months',
  ])
  assert.deepEqual(await due('resident', '2024-12-01', '2025-01-01'), [])
})
