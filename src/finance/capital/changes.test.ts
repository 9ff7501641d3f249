import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict } from '#src/access/refusals.ts'
import { capitalCouncil, programme } from '#test/support/capital-council.ts'
import { capitalChanges } from './changes.ts'
import { type ChangeInput, recordCapitalChange } from './record-change.ts'
import { recordPrintedChanges } from './record-printed-changes.ts'

const council = await capitalCouncil({ after })
const { db } = council.database
const held = () => council.reading((db) => capitalChanges(db, programme))
const none = { route: null, body: null, when: null }
const record = async (more: Partial<ChangeInput> & Pick<ChangeInput, 'change'>) =>
  recordCapitalChange(db, council.keeper, {
    programme,
    seen: (await held()).length,
    funding: null,
    approval: none,
    note: null,
    ...more,
  })
const address = '/finance/capital/2024-25/changes'

test('a change stands beside the programme that the meeting saw, which stays as it was', async () => {
  const change = {
    kind: 'reprofiled',
    scheme: 'capital-1',
    fromYear: '2024-25',
    toYear: '2025-26',
    amount: 10_000_000n,
  } as const
  assert.deepEqual(await record({ change }), { ok: true, number: 1 })
  assert.deepEqual((await council.budgets())['capital-1'], [30_000_000n, 20_000_000n])
  const { text } = await council.get('councillor', address)
  assert.match(
    text,
    /As the meeting of July 2024 saw it 1,227,700 100,000 Changes since −100,000 100,000 Now 1,127,700 200,000/,
  )
  assert.match(
    text,
    /Pier Reprofiled 100,000 2024\/25 to 2025\/26 Not stated Not stated test business-intelligence/,
  )
  const scheme = await council.get('councillor', '/finance/capital/2024-25/schemes/capital-1')
  assert.match(scheme.text, /saw it 400,000 100,000 Changes since −100,000 100,000 Now 300,000 200,000/)
  assert.ok((await council.events()).includes('capital-change.recorded capital/2024-07/change/1'))
})

test('the printed total is held against the programme as printed, whatever changed since', async () => {
  const { text } = await council.get('councillor', '/finance/capital/2024-25/totals')
  assert.match(text, /All 1 printed totals agree/)
})

test('money enters the programme only with an approval that may give it', async () => {
  const change = { kind: 'added', scheme: 'capital-2', year: '2025-26', amount: 100_000_001n } as const
  const refused = async (approval: ChangeInput['approval']) => {
    const done = await record({ change, approval })
    return done.ok ? null : done.problem
  }
  assert.match((await refused(none))?.says ?? '', /enters the programme only when it is approved/)
  assert.match(
    (await refused({ ...none, route: 'delegated' }))?.says ?? '',
    /£1,000,000\.01 is above £1,000,000.* approval of Council/,
  )
  const within = { ...change, amount: 100_000_000n }
  assert.equal((await record({ change: within, approval: { ...none, route: 'delegated' } })).ok, true)
  assert.deepEqual((await council.budgets())['capital-2'], [5_000_000n, 100_000_000n])
})

test('whoever did not see the last change is told of it', async () => {
  const change = { kind: 'moved', scheme: 'capital-2', toScheme: 'capital-1' } as const
  await assert.rejects(record({ change, seen: 0 }), (error) => error instanceof Conflict)
})

test('the list that a paper prints cannot take the place of what was recorded since', async () => {
  const printed = {
    number: 1,
    service: 'parks',
    scheme: null,
    title: 'Bandstand roof',
    kind: 'added',
    amount: null,
    fromYear: null,
    toYear: null,
    funding: null,
    note: null,
    partOf: null,
    toService: null,
    source: 'p. 4',
    ...none,
  } as const
  await assert.rejects(
    recordPrintedChanges(db, council.keeper, { programme, changes: [printed] }),
    (error) => error instanceof Conflict && /recorded since the meeting/.test(error.message),
  )
})

test('a form records a change, and says beside the field what cannot be', async () => {
  const typed = {
    kind: 'reallocated',
    scheme: 'capital-1',
    toScheme: 'capital-2',
    fromYear: '2024-25',
    amount: '1,000,000',
  }
  const wrong = await council.send('business-intelligence', `${address}/new`, typed)
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /Pier has £300,000 in 2024\/25, less than £1,000,000\. Enter at most what it has/)
  const unit = await council.send('business-intelligence', `${address}/new`, { ...typed, amount: '0.1m' })
  assert.match(unit.text, /'0\.1m' is not in pounds/)
  const right = await council.send('business-intelligence', `${address}/new`, {
    ...typed,
    amount: '£100,000',
  })
  assert.equal(right.location, `${address}?done=recorded`)
  assert.deepEqual((await council.budgets())['capital-2']?.[0], 15_000_000n)
  assert.equal((await council.get('councillor', `${address}/new`)).status, 403)
})

test('many changes are pasted and recorded together, or none with the row of each problem', async () => {
  const before = await council.budgets()
  const list = `${address}/list`
  const head = 'kind,scheme,to_scheme,amount,from_year,to_year,approval\n'
  const wrong = await council.send('operator', list, {
    rows: `${head}reprofiled,Pier,,100,2024/25,2025/26,\nreprofiled,Bandstand,,"90,000,000",2024/25,2025/26,\nadded,Peer,,5,2024/25,,`,
  })
  assert.match(wrong.text, /Row 3, amount: Bandstand has £150,000 in 2024\/25, less than £90,000,000/)
  assert.match(wrong.text, /Row 4, scheme: There is no scheme 'Peer'/)
  assert.match((await council.send('operator', list, { rows: 'a,b\n1,2' })).text, /Not found: kind, scheme/)
  assert.deepEqual(await council.budgets(), before)
  const right = await council.send('operator', list, {
    rows: `${head}reprofiled,Pier,,100,2024/25,2025/26,\nmoved,Bandstand,Pier,,,,"Council, 1 May 2024"`,
  })
  assert.equal(right.location, `${address}?done=list`)
  assert.deepEqual((await council.budgets())['capital-2'], [0n, 0n])
})
