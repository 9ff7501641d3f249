import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { capitalCouncil, programme } from '#test/support/capital-council.ts'
import { decideEstimate } from './decide-estimate.ts'
import { supplementaryEstimates } from './estimates.ts'
import { markSchemeExempt } from './mark-exempt.ts'
import { recordCapitalChange } from './record-change.ts'
import { raiseEstimate } from './record-estimates.ts'
import { recordCapitalFunding } from './record-funding.ts'
import { recordCapitalMonitoring } from './record-monitoring.ts'
import { recordSchemeOutcome } from './record-scheme-facts.ts'

const council = await capitalCouncil({ after })
const { db } = council.database
const { keeper } = council
const base = '/finance/capital/2024-25'
const scheme = 'capital-3'
const line = (title: string, amount: bigint) => ({ title, year: '2024-25', amount, source: 'p. 5' })

await recordCapitalFunding(db, keeper, {
  programme,
  funding: [line('Grants', 122_770_000n)],
  exceptional: [line('Major property purchase', 77_770_000n)],
  carryForward: [],
  grants: [],
  assignments: [],
  controlTotals: [],
})
await recordCapitalMonitoring(db, keeper, {
  programme,
  month: '2024-06',
  financialYear: '2024-25',
  services: [
    {
      service: 'adults',
      profile: 77_770_000n,
      spent: 77_770_000n,
      budget: 77_770_000n,
      forecast: 77_770_000n,
      source: 'p. 6',
    },
  ],
  projects: [
    { title: 'Secret Purchase', service: 'adults', spent: 77_770_000n, schemes: [scheme], source: 'p. 6' },
    { title: 'Pier', service: 'parks', spent: 1_000_000n, schemes: ['capital-1'], source: 'p. 6' },
  ],
  controlTotals: [],
})
await recordCapitalChange(db, keeper, {
  programme,
  seen: 0,
  change: { kind: 'reallocated', scheme, toScheme: 'capital-1', year: '2024-25', amount: 1_110_000n },
  funding: null,
  approval: { route: null, body: null, when: null },
  note: null,
})
await recordSchemeOutcome(db, keeper, {
  scheme,
  dimension: 'social',
  measure: 'Secret homes',
  aim: null,
  result: null,
})
const estimate = await raiseEstimate(db, keeper, {
  title: 'Secret Annexe',
  service: 'adults',
  scheme: null,
  amount: 3_330_000n,
  year: '2024-25',
  funding: null,
  revenueEffect: null,
  proposedRoute: 'delegated',
  proposedWhen: '25 July 2024',
  note: null,
  exemptReason: 'Paragraph 3',
})
await decideEstimate(db, keeper, {
  id: estimate,
  step: 'approved',
  words: null,
  approval: { route: 'delegated', body: 'Cabinet Member', when: '1 August 2024' },
  programme,
  year: '2024-25',
  scheme: null,
  service: null,
})

/** Every address of capital, with its files. */
const addresses = [
  '/finance/capital',
  ...['', '/schemes', '/changes', '/estimates', '/funding', '/spending', '/slippage', '/totals'].map(
    (part) => base + part,
  ),
  `${base}/schemes/capital-1`,
]
const files = addresses.flatMap((address) => [`${address}.csv`, `${address}.json`])
const tell = /Secret|777,?700|0\.778|1,227,700|1\.228|33,?300|Major property/

test('an exempt scheme and all that belongs to it is nowhere for those who may not see it', async () => {
  const form = `${base}/schemes/${scheme}/record`
  const bare = await council.send('operator', form, {}, `${form}/exemption`)
  assert.match(bare.text, /Say why/)
  const done = await council.send(
    'operator',
    form,
    { reason: 'Paragraph 3: Secret price' },
    `${form}/exemption`,
  )
  assert.equal(done.location, `${base}/schemes/${scheme}?done=exempt`)
  for (const role of ['scrutiny', 'councillor', 'internal-audit']) {
    for (const address of [...addresses, ...files]) {
      const { status, body } = await council.get(role, address)
      assert.ok(status === 200 || status === 404, `${address} answers ${status}`)
      assert.doesNotMatch(body, tell, `${address} for ${role}`)
    }
    const hidden = await council.get(role, `${base}/schemes/${scheme}`)
    const absent = await council.get(role, `${base}/schemes/capital-99`)
    assert.equal(hidden.status, 404)
    assert.equal(hidden.text, absent.text)
  }
  for (const address of ['/reports/cpor/2024-25-q1', '/'])
    assert.doesNotMatch((await council.get('councillor', address)).body, tell)
})

test('one neutral sentence says that something may be left out, and no printed total is held against the rest', async () => {
  const { text } = await council.get('councillor', base)
  assert.match(text, /2 schemes: £461,100 in 2024\/25/)
  assert.match(text, /What is exempt from publication is left out of these figures/)
  const totals = (await council.get('councillor', `${base}/totals`)).text
  assert.match(totals, /Not shown: the totals that were printed take in what is exempt/)
})

test('those who may see it see it marked, with whoever said so and why', async () => {
  const { text } = await council.get('leader', `${base}/schemes/${scheme}`)
  assert.match(
    text,
    /Secret Purchase .* exempt from publication .* Exempt: Paragraph 3: Secret price \(test operator,/,
  )
  assert.match((await council.get('leader', base)).text, /4 schemes: £1,261,000/)
  assert.match(
    (await council.get('leader', `${base}/totals`)).text,
    /Total programme 2024\/25 £1,227,700 £1,227,700/,
  )
})

test('a budget that an exempt scheme gave to a published one is right, and the giver is not named', async () => {
  const { text } = await council.get('councillor', `${base}/schemes/capital-1`)
  assert.match(text, /saw it 400,000 100,000 Changes since 11,100 0 Now 411,100 100,000/)
  assert.match(text, /It was changed since the meeting; the particulars are exempt from publication/)
})

test('the event trail tells neither title nor amount', async () => {
  const { text } = await council.get('internal-audit', '/audit')
  assert.match(text, /scheme\/capital-3/)
  assert.doesNotMatch(text, tell)
})

test('an estimate that made a scheme is exempt with it, and published with it', async () => {
  const seen = async () =>
    (await council.reading((db) => supplementaryEstimates(db))).map(({ title }) => title)
  const mark = (exempt: boolean) =>
    markSchemeExempt(db, keeper, { scheme: 'capital-4', exempt, reason: 'Said in the test' })
  assert.deepEqual(await seen(), [])
  await mark(false)
  assert.deepEqual(await seen(), ['Secret Annexe'])
  await mark(true)
  assert.deepEqual(await seen(), [])
})

test('a scheme says of each outcome what is recorded, or that nothing is; past years carry its likely end', async () => {
  const form = `${base}/schemes/capital-1/record`
  const wrong = await council.send(
    'operator',
    form,
    { pastYear: '2024/25', firstBudget: '1m' },
    `${form}/past-year`,
  )
  assert.match(
    wrong.text,
    /a year before the programme begins.*not in pounds.*Say where the figures come from/,
  )
  await council.send(
    'operator',
    form,
    { pastYear: '2023/24', firstBudget: '400,000', outturn: '200,000', basis: 'Outturn report' },
    `${form}/past-year`,
  )
  await council.send('operator', form, { dimension: 'cost', measure: 'Cost of a visit' }, `${form}/outcome`)
  const { text } = await council.get('councillor', `${base}/schemes/capital-1`)
  assert.match(
    text,
    /At risk of slipping .* £0\.206m .* Its one past year came to 50% of their first budgets/,
  )
  assert.match(text, /Cost Cost of a visit Not stated Not yet Time No measure is recorded/)
})
