import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addAccount } from '#src/access/account-commands.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { assignMeasures } from '#src/measures/assign-measures.ts'
import { openQuarter } from '#src/organisation/commands.ts'
import { placeUnit } from '#src/organisation/place-unit.ts'
import { held, peopledCouncil } from '#test/support/people.ts'
import { smallOrganisation } from '#test/support/small-organisation.ts'

const { council, db, signIn, person } = await peopledCouncil({ after }, smallOrganisation)
const { keeper } = council
const housing = { kind: 'service', code: 'housing' } as const
await openQuarter(db, keeper, financialQuarter(2024, 1))
await placeUnit(db, keeper, {
  unit: housing,
  parent: { kind: 'directorate', code: 'people' },
  from: '2023-04-01',
  reason: 'Structure chart',
})
await assignMeasures(db, keeper, {
  measures: [{ measure: 'm-1', unit: housing }],
  from: '2023-04-01',
  basis: 'Structure chart',
})
for (const code of ['people', 'places'])
  await addAccount(db, keeper, {
    email: `${code}@smallton.example`,
    label: `Director of ${code}`,
    grant: { ...held('executive-director'), unit: { kind: 'directorate', code } },
  })
await person('reader@smallton.example', 'councillor')
const { browser } = await signIn('keeper@smallton.example')
const { browser: reader } = await signIn('reader@smallton.example')

test('the tree says what is placed where and since when, and what is not placed', async () => {
  const { text, status } = await reader.get('/organisation?on=2024-07-01')
  assert.equal(status, 200)
  assert.match(text, /As it stood on 1 July 2024/)
  assert.match(text, /Service, since 1 April 2023\s+Housing/)
  assert.match(text, /Services that are not placed.*No source says which directorate.*Parks/s)
  const before = await reader.get('/organisation?on=31+3+2023')
  assert.match(before.text, /Services that are not placed.*Housing\s+Parks/s)
  assert.equal((await reader.get('/organisation?on=31+2+2023')).status, 404)
  const { body } = await reader.get('/organisation.csv?on=2024-07-01')
  assert.match(body, /service,housing,Housing,open,directorate,people,2023-04-01/)
})

test('before a move is recorded it says whose roles lose and gain, and which measures go along', async () => {
  const asked =
    '/organisation/services/housing/move?parent=directorate%3Aplaces&from=1+10+2024&reason=Cabinet'
  const { text } = await browser.get(asked)
  assert.match(text, /Housing belongs to Places from 1 October 2024 on/)
  assert.match(text, /Until 30 September 2024 it still belongs to People/)
  assert.match(text, /answering for its measure/)
  assert.match(text, /no longer over it:\s+Director of people: Executive Director over People/)
  assert.match(text, /From then on over it:\s+Director of places: Executive Director over Places/)
  assert.equal((await council.events()).filter((event) => event.startsWith('unit.placed')).length, 1)
})

test('a move that cannot be is refused beside its field, with what was typed', async () => {
  const { text, body } = await browser.get(
    '/organisation/services/housing/move?parent=service%3Ahousing&from=never&reason=',
  )
  assert.match(text, /There is a problem.*Enter the first day.*Enter why it moves/s)
  assert.match(body, /value="never"/)
  const itself = await browser.get(
    '/organisation/services/housing/move?parent=service%3Ahousing&from=1+10+2024&reason=x',
  )
  assert.match(itself.text, /Housing cannot belong to itself/)
})

test('a recorded move is shown from its day on, and its past stays', async () => {
  const asked =
    '/organisation/services/housing/move?parent=directorate%3Aplaces&from=1+10+2024&reason=Cabinet'
  const fields = await browser.fields(asked, '/organisation/services/housing/move')
  const hidden = (body: string) => {
    const posted =
      body.split('<form').find((part) => part.includes('method="post"') && part.includes('name="seen"')) ?? ''
    return Object.fromEntries(
      [...posted.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
  }
  const typed = { ...fields, ...hidden((await browser.get(asked)).body) }
  const again = { ...typed, ...hidden((await browser.get(asked)).body), parent: 'council' }
  const answer = await browser.post('/organisation/services/housing/move', typed)
  assert.equal(answer.location, '/organisation/services/housing?done=moved')
  const now = await reader.get('/organisation/services/housing?on=2024-10-01')
  assert.match(now.text, /Belongs to\s+Places since 1 October 2024/)
  assert.match(now.text, /Director of places\s+Executive Director over Places/)
  assert.match(now.text, /1 October 2024: Belongs to Places.*1 April 2023: Belongs to People/s)
  const then = await reader.get('/organisation/services/housing?on=2024-09-30')
  assert.match(then.text, /Belongs to\s+People since 1 April 2023/)
  assert.match(
    (await reader.get('/organisation/directorates/places?on=2024-10-01')).text,
    /Empty homes\s+Housing/,
  )
  assert.doesNotMatch(
    (await reader.get('/organisation/directorates/people?on=2024-10-01')).text,
    /Empty homes/,
  )
  const late = await browser.post('/organisation/services/housing/move', again)
  assert.equal(late.status, 409)
  assert.match(late.text, /Somebody else recorded a change/)
})

test('a keeper adds a team, renames it, gives it a measure and closes it', async () => {
  const address = '/organisation/teams/voids'
  const team = { what: 'team', name: 'Voids', began: '1 4 2024', basis: 'Structure chart' }
  const added = await browser.send('/organisation/services/housing/add', team)
  assert.equal(added.location, '/organisation/services/housing?done=added')
  const twice = await browser.send('/organisation/services/housing/add', { ...team, began: '1 5 2024' })
  assert.match(twice.text, /There is a team 'voids' already/)
  const named = { name: 'Empty homes team', from: '1 6 2024', reason: 'Plainer' }
  assert.equal((await browser.send(`${address}/rename`, named)).location, `${address}?done=renamed`)
  assert.match(
    (await browser.send(`${address}/rename`, { ...named, from: '1 3 2024', name: 'x' })).text,
    /Voids began on/,
  )
  const measures = { measure: 'm-2', from: '1 6 2024', basis: 'Structure chart' }
  assert.equal((await browser.send(`${address}/measures`, measures)).location, `${address}?done=assigned`)
  assert.match((await reader.get(`${address}?on=2024-06-01`)).text, /Empty homes team.*Parks in good order/s)
  const closing = await browser.get(`${address}/close?on=1+7+2024&into=service%3Ahousing&reason=Merged`)
  assert.match(closing.text, /Its work goes to Housing, which answers for its measure from then on/)
})

test('whoever may not change the council sees no way to, and is refused', async () => {
  assert.doesNotMatch((await reader.get('/organisation/services/housing')).text, /Record a change/)
  assert.equal((await reader.get('/organisation/services/housing/move')).status, 403)
  assert.equal((await reader.get('/organisation/services/unheard-of')).status, 404)
  assert.equal((await reader.get('/organisation/wards/x')).status, 404)
  assert.equal((await browser.get('/organisation/directorates/people/move')).status, 404)
})
