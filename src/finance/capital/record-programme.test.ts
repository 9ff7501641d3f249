import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { capitalView } from './queries.ts'
import { recordCapitalProgramme } from './record-programme.ts'

test('a scheme keeps its years, a programme of one meeting leaves that of another be, and neither is overwritten', async (t) => {
  const council = await smallCouncil(t)
  const { db } = council.database
  await recordOrganisation(db, council.keeper, organisation)
  const scheme = (amount: bigint) => ({
    code: 'pier',
    service: 'parks',
    title: 'Pier',
    source: 'p. 3',
    budget: { '2024-25': amount, '2025-26': 0n },
  })
  await recordCapitalProgramme(db, council.keeper, {
    programme: '2024-07',
    schemes: [scheme(123n)],
    controlTotals: [],
  })
  await recordCapitalProgramme(db, council.keeper, {
    programme: '2024-10',
    schemes: [scheme(456n)],
    controlTotals: [],
  })
  const total = async (programme: string) =>
    (await council.reading((db) => capitalView(db, programme))).capital.total
  assert.deepEqual(await total('2024-07'), { '2024-25': 123n, '2025-26': 0n })
  assert.deepEqual(await total('2024-10'), { '2024-25': 456n, '2025-26': 0n })
  const other = { programme: '2024-07', schemes: [scheme(124n)], controlTotals: [] }
  await assert.rejects(
    recordCapitalProgramme(db, council.keeper, other),
    /What a meeting saw is not overwritten/,
  )
  assert.deepEqual(await total('2024-07'), { '2024-25': 123n, '2025-26': 0n })
})
