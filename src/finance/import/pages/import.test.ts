import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inAuthority } from '#src/db/transaction.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { peopledCouncil } from '#test/support/people.ts'
import { organisation } from '#test/support/small-finance.ts'
import { heldLines } from '../queries.ts'

const { council, db, signIn } = await peopledCouncil({ after })
await recordOrganisation(db, council.keeper, organisation)
const { browser: keeper } = await signIn('keeper@smallton.example')

const csv = (...rows: readonly string[]) => ({ name: 'month.csv', contents: rows.join('\n') })
const table = (adults = '100.000,110.000,10.000', total = '150.000,160.000,10.000') =>
  csv(
    'Service,Budget £m,Forecast £m,Variance £m',
    `adults,${adults}`,
    'parks,50.000,50.000,0',
    `Total,${total}`,
  )

async function bring(
  sent: { name: string; contents: string | Uint8Array },
  typed: Record<string, string> = {},
) {
  const form = { kind: 'revenue', month: 'June 2024', unit: '', ...typed }
  const { status, location, text } = await keeper.sendFile('/finance/import', form, sent)
  assert.equal(status, 303, text)
  return location
}
const held = () =>
  inAuthority(db, 1, async (db) =>
    (await heldLines(db, '2024-25')).map(({ month, service, budget }) => `${month} ${service} ${budget}`),
  )

test('a file is looked at before it is stored: its shape, its unit, its totals and what it comes to', async () => {
  const place = await bring(table())
  const { text } = await keeper.get(place)
  assert.match(text, /Of Revenue 2024\/25, June 2024 Found The monitoring table, one row per service/)
  assert.match(text, /Unit Millions of pounds \(£m\) The heading ‘Budget £m’ says so/)
  assert.match(text, /New services 2 0 held already/)
  assert.match(text, /1 row of the file is a total, with 3 amounts\. None is added.*Every one agrees/)
  assert.match(
    text,
    /adults 100\.000 110\.000 10\.000 parks 50\.000 50\.000 0\.000 Total of the lines 150\.000/,
  )
  assert.deepEqual(await held(), [])
  const stored = await keeper.send(place, {}, `${place}/store`)
  assert.equal(stored.location, '/finance/import?done=stored')
  assert.deepEqual(await held(), ['2024-06 adults 10000000000', '2024-06 parks 5000000000'])
  assert.match(
    (await keeper.get(stored.location)).text,
    /month\.csv Revenue 2024\/25, June 2024 the monitoring table/,
  )
  assert.equal((await keeper.get(place)).status, 404)
  const again = await keeper.get(await bring(table()))
  assert.match(again.text, /There is nothing to store Every amount of the file is held already/)
})

test('what is wrong is told by row with its remedy, also as CSV, and nothing can be stored', async () => {
  const place = await bring(csv('Service,Budget £m,Forecast £', 'adlts,1,1'), { month: '' })
  const mixed = await keeper.get(place)
  assert.match(mixed.text, /Row 1 Forecast £ Forecast £ The heading ‘Forecast £’ says pounds/)
  assert.doesNotMatch(mixed.body, /\/store"/)
  const said = await keeper.send(place, { unit: 'pounds' }, `${place}/reading`)
  assert.equal(said.location, `${place}?done=read`)
  const wrong = await bring(csv('Service,Budget £,Forecast £', 'adlts,1,1'))
  const { text } = await keeper.get(wrong)
  assert.match(text, /Row 2 service adlts There is no service ‘adlts’ here\. Is adults meant\?/)
  assert.match((await keeper.get(`${wrong}.csv`)).body, /Row,Column,Value,.*\r\n2,service,adlts,/)
  const forced = await keeper.post(`${wrong}/store`, await keeper.fields(wrong, `${wrong}/throw-away`))
  assert.match(forced.location, /done=changed/)
})

test('another budget for the year and a total the lines do not make are stored only with a reason', async () => {
  const place = await bring(table('103.000,110.000,7.000'), { month: '2024-07' })
  const asked = await keeper.get(place)
  assert.match(asked.text, /The year would have two budgets: adults is held with £100\.000m.*£3\.000m more/)
  assert.match(
    asked.text,
    /Differs Row 4\. Total, Budget £m: the 2 lines it is of add up to £153\.000m; the file says £150\.000m/,
  )
  const without = await keeper.send(place, { reason: ' ' }, `${place}/store`)
  assert.equal(without.status, 400)
  assert.match(without.text, /Enter why what is asked about is right/)
  const stored = await keeper.send(place, { reason: 'Growth agreed' }, `${place}/store`)
  assert.equal(stored.location, '/finance/import?done=stored')
  assert.match((await keeper.get('/finance/import')).text, /Growth agreed/)
  assert.deepEqual(await held(), [
    '2024-06 adults 10000000000',
    '2024-06 parks 5000000000',
    '2024-07 adults 10300000000',
    '2024-07 parks 5000000000',
  ])
})

test('cost centres are asked for once and remembered', async () => {
  const ledger = (month: string) =>
    csv(
      'Cost centre,Description,Month,Budget £,Forecast £',
      `A1,Care,${month},103000000,1`,
      `P1,Parks,${month},50000000,1`,
    )
  const place = await bring(ledger('2024-08'), { month: '' })
  assert.match((await keeper.get(place)).text, /Which service do these cost centres belong to\?.*A1, Care/)
  const fields = await keeper.fields(place, `${place}/cost-centres`)
  const { token = '', once = '' } = fields
  for (const [centre, service] of [
    ['A1', 'adults'],
    ['P1', 'parks'],
  ] as const) {
    const again = await keeper.fields(place, `${place}/reading`)
    const posted = { token, once: centre === 'A1' ? once : (again.once ?? ''), centre, service }
    assert.equal((await keeper.post(`${place}/cost-centres`, posted)).location, `${place}?done=read`)
  }
  assert.equal((await keeper.send(place, {}, `${place}/store`)).location, '/finance/import?done=stored')
  const next = await keeper.get(await bring(ledger('2024-09'), { month: '' }))
  assert.doesNotMatch(next.text, /Which service/)
  assert.match(next.text, /New services 2/)
})

test('each template is there, names the services, and is read when it is filled in', async () => {
  const { text } = await keeper.get('/finance/import/templates/monitoring-table.csv')
  assert.match(text, /Service.*Budget £m.*adults.*parks.*levies/s)
  const { body } = await keeper.get('/finance/import/templates/monitoring-table.csv')
  const filled = body.replace('adults,,,', 'adults,103,104,1').replace('parks,,,', 'parks,50,50,0')
  const place = await bring({ name: 'filled.csv', contents: filled }, { month: '2024-10' })
  assert.match((await keeper.get(place)).text, /New services 2/)
  assert.equal((await keeper.get('/finance/import/templates/sheet-per-service.xlsx')).status, 200)
  assert.match(
    (await keeper.get('/finance/import/templates/capital-programme.csv')).body,
    /,Scheme,2024\/25 £,/,
  )
  assert.equal((await keeper.get('/finance/import/templates/nothing.csv')).status, 404)
})

test('somebody who may not record money cannot bring a file', async () => {
  const { browser: member } = await signIn('member@smallton.example')
  assert.equal((await member.get('/finance/import')).status, 403)
})
