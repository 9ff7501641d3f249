import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAccount } from '#src/access/account-commands.ts'
import { slug } from '#test/support/cycle-council.ts'
import { cycleSite } from '#test/support/cycle-site.ts'

const board = `/cycles/${slug}`

test('the board says in one sentence how far the cycle is, and then by directorate and unit', async (t) => {
  const site = await cycleSite(t)
  const { officer, manager, browserFor } = site
  await site.answer('m-1', { value: '80' })
  const { text } = await browserFor(manager).get(board)
  assert.match(text, /1 of 5 answered, 0 assured; nothing overdue; locks after 24 July 2099/)
  assert.match(text, /Confirmation: 1 waits for you/)
  assert.match(text, /Place .*4 waiting for an answer 1 waiting for confirmation/)
  assert.match(text, /Housing .*1 of 3 0/)
  assert.doesNotMatch((await browserFor(officer).get(board)).text, /waits? for you/)
  site.setToday('2099-07-14')
  const late = await browserFor(manager).get(board)
  assert.match(late.text, /1 of 5 answered, 0 assured; 4 overdue/)
})

test('who is to be asked is the post that holds the role nearest to the unit, never somebody above', async (t) => {
  const site = await cycleSite(t)
  const give = (
    label: string,
    role: 'frontline' | 'assistant-director',
    unit: string,
    kind: 'service' | 'directorate',
  ) =>
    addAccount(site.db, site.keeper, {
      email: `${unit}@smallton.example`,
      label,
      grant: {
        role,
        unit: { kind, code: unit },
        kind: 'held',
        from: '2024-04-01',
        until: null,
        onBehalfOf: null,
      },
    })
  await give('Housing data officer', 'frontline', 'housing', 'service')
  await give('Assistant Director, Place', 'assistant-director', 'place', 'directorate')
  const { text } = await site.browserFor(site.director).get(board)
  assert.match(text, /Ask: Housing data officer \(3\), Assistant Director, Place \(2\)/)
})

test('what no unit answers for is a row of its own', async (t) => {
  const site = await cycleSite(t)
  const browser = site.browserFor(site.keeper)
  assert.doesNotMatch((await browser.get(board)).text, /No unit answers/)
  const { text, status } = await browser.get(`${board}/requests?unit=council`)
  assert.equal(status, 200)
  assert.match(text, /None is like that/)
})

test('the list keeps to the state and unit that its address asks for, also as a file', async (t) => {
  const site = await cycleSite(t)
  await site.answer('m-1', { value: '80' })
  const browser = site.browserFor(site.manager)
  const waste = await browser.get(`${board}/requests?unit=service:waste&state=waiting`)
  assert.match(waste.text, /2 of 5 requests/)
  const csv = await browser.get(`${board}/requests.csv?state=given`)
  assert.deepEqual(
    csv.body
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2)),
    [['m-1', 'Measure m-1']],
  )
  assert.match(csv.body, /,80,/)
})

test('a draft figure is not shown to councillors, and where it stands is', async (t) => {
  const site = await cycleSite(t)
  await site.answer('m-1', { value: '80.5' })
  for (const who of [
    site.holder(7, 'councillor'),
    site.holder(8, 'service-manager', { kind: 'service', code: 'waste' }),
  ]) {
    const { text } = await site.browserFor(who).get(`${board}/requests`)
    assert.match(text, /Measure m-1 .*Waiting for confirmation/)
    assert.doesNotMatch(text, /80\.5/)
    assert.doesNotMatch((await site.browserFor(who).get(`${board}/requests.csv`)).body, /80\.5/)
  }
  assert.match((await site.browserFor(site.director).get(`${board}/requests`)).text, /80\.5%/)
})
