import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachesGeneralFund } from '../../domain/finance/collection-fund.ts'
import { fundSentence, grantsSentences } from './words.ts'

const item = (amount: bigint) => ({ title: 'Reliefs', amount, note: null, source: 'p. 1' })
const even = { stream: 'council-tax', items: [item(5n), item(-5n)], afterGrants: null } as const
const deficit = { stream: 'business-rates', items: [item(168_400_000n)], afterGrants: 0n } as const

test('a stream without surplus or deficit is said to have neither', () => {
  assert.equal(
    fundSentence([even, deficit], '2024/25', reachesGeneralFund(2024)),
    'Council tax is forecast to leave the council neither surplus nor deficit, business rates neither surplus nor deficit after grants: together neither surplus nor deficit. It does not touch 2024/25: it reaches the General Fund in 2025/26 at the earliest.',
  )
  assert.match(
    grantsSentences(deficit)[0] ?? '',
    /^From a deficit of £1\.684m to neither surplus nor deficit after/,
  )
})
