import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict } from '#src/access/refusals.ts'
import { capitalCouncil, programme } from '#test/support/capital-council.ts'
import { type DecideInput, decideEstimate } from './decide-estimate.ts'
import { estimateFor } from './estimates.ts'
import { type RaiseInput, raiseEstimate } from './record-estimates.ts'

const council = await capitalCouncil({ after })
const { db } = council.database
const raise = (more: Partial<RaiseInput>) =>
  raiseEstimate(db, council.keeper, {
    title: 'Pier lights',
    service: 'parks',
    scheme: 'capital-1',
    amount: 2_200_000n,
    year: '2024-25',
    funding: 'Capital receipts',
    revenueEffect: null,
    proposedRoute: 'council',
    proposedWhen: '25 July 2024',
    note: null,
    exemptReason: null,
    ...more,
  })
const approve = (id: number, more: Partial<Extract<DecideInput, { step: 'approved' }>> = {}) =>
  decideEstimate(db, council.keeper, {
    id,
    step: 'approved',
    words: null,
    approval: { route: 'council', body: null, when: '12 September 2024' },
    programme,
    year: '2024-25',
    scheme: 'capital-1',
    service: null,
    ...more,
  })
const standing = async (id: number) => (await council.reading((db) => estimateFor(db, id))).standing

test('an estimate is outside the programme until it is approved, and then a change to it', async () => {
  const id = await raise({})
  assert.equal((await standing(id)).text, 'Recommended to Council; not known to be approved')
  assert.deepEqual((await council.budgets())['capital-1'], [40_000_000n, 10_000_000n])
  assert.deepEqual(await approve(id), { ok: true })
  assert.deepEqual((await council.budgets())['capital-1'], [42_200_000n, 10_000_000n])
  assert.equal((await standing(id)).text, 'Approved: Council, 12 September 2024')
  const { text } = await council.get('councillor', '/finance/capital/2024-25/changes')
  assert.match(text, /Pier Added 22,000 2024\/25 Capital receipts Council, 12 September 2024/)
  await assert.rejects(
    approve(id),
    (error) => error instanceof Conflict && /decided already/.test(error.message),
  )
})

test('an estimate that is refused never enters, and says why', async () => {
  const id = await raise({})
  const before = await council.budgets()
  await decideEstimate(db, council.keeper, { id, step: 'refused', words: 'Too dear' })
  assert.deepEqual(await council.budgets(), before)
  assert.equal((await standing(id)).isInProgramme, false)
  const { text } = await council.get('councillor', `/finance/capital/2024-25/estimates/${id}`)
  assert.match(text, /Not approved; Too dear; recorded by test business-intelligence/)
})

test('a Cabinet Member cannot bring in more than £1m', async () => {
  const id = await raise({ amount: 100_000_001n })
  const approval = { route: 'delegated', body: 'Cabinet Member Regeneration', when: '1 May 2024' } as const
  const done = await approve(id, { approval })
  assert.ok(!done.ok && done.field === 'route' && /approval of Council/.test(done.says))
  assert.equal((await standing(id)).isInProgramme, false)
})

test('an approved estimate for something new makes a scheme of its own', async () => {
  const id = await raise({ title: 'Red Rose Park works', scheme: null, amount: 4_000_000n })
  assert.deepEqual(await approve(id, { scheme: null }), { ok: true })
  assert.deepEqual((await council.budgets())['capital-4'], [4_000_000n])
  const { text } = await council.get('councillor', '/finance/capital/2024-25/schemes/capital-4')
  assert.match(text, /Red Rose Park works £40,000, all of it in 2024\/25/)
})

test('an estimate is raised and decided by forms, which say beside the field what is wrong', async () => {
  const base = '/finance/capital/2024-25/estimates'
  const typed = { title: 'Cameras', service: 'parks', amount: '2,500,000', route: 'delegated' }
  const wrong = await council.send('operator', `${base}/new`, { ...typed, financialYear: '2024-25' })
  assert.match(wrong.text, /£2,500,000 is above £1,000,000, up to which a Cabinet Member may approve/)
  const right = await council.send('operator', `${base}/new`, {
    ...typed,
    route: '',
    financialYear: '2024-25',
  })
  const address = right.location.split('?')[0] ?? ''
  assert.match(
    (await council.get('councillor', address)).text,
    /Recommended to Council; not known to be approved/,
  )
  const form = `${address}/decision`
  const nothing = await council.send('operator', address, {}, form)
  assert.match(nothing.text, /Choose what was decided/)
  const decided = { decision: 'approved', route: 'council', when: '12 9 2024', financialYear: '2025-26' }
  const done = await council.send('operator', address, { ...decided, service: 'parks' }, form)
  assert.equal(done.location, `${address}?done=decided`)
  assert.match(
    (await council.get('councillor', base)).text,
    /Cameras 2,500,000 .* Approved: Council, 12 September 2024/,
  )
})
