import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreeTo } from '#src/cycle/decide.ts'
import { lockQuarter } from '#src/cycle/lock-quarter.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { type CycleCouncil, q1, slug } from '#test/support/cycle-council.ts'
import { servedCycle } from '#test/support/served-cycle.ts'
import { publishedCommentary } from './commentary.ts'

const evidence = [
  { kind: 'survey', says: 'Two in three were content.', source: 'Residents’ survey, June 2024' },
]

async function assured(
  { answer, db, manager, director, assurer }: CycleCouncil,
  code: string,
): Promise<void> {
  await answer(code, { value: '80', whatHappened: 'More was sorted.', whenRight: 'By March.', evidence })
  const answers = [{ measure: code, number: 1 }]
  await agreeTo(db, manager, { quarter: slug, step: 'confirmation', answers })
  await agreeTo(db, director, { quarter: slug, step: 'sign-off', answers })
  await agreeTo(db, assurer, { quarter: slug, step: 'assurance', answers })
}

test('what a service said is published with its quarter, not before', async (t) => {
  const council = await servedCycle(t)
  const { db, assurer, reading, visiting, as } = council
  await assured(council, 'm-1')
  const said = () => reading((db) => publishedCommentary(db, q1))
  assert.equal((await said()).size, 0)
  const member = visiting(as('councillor'))
  assert.doesNotMatch((await member.get('/measures/m-1')).text, /What the service says|More was sorted/)
  await lockQuarter(db, assurer, { quarter: slug, gapsReason: 'A new system' })
  assert.deepEqual([...(await said()).keys()], ['m-1'])
  const { text } = await member.get('/measures/m-1')
  assert.match(
    text,
    /What the service says What happened, and why\? More was sorted\. When will it be right\? By March\. Survey Two in three were content\. \(Residents’ survey, June 2024\) frontline 1, .* for 2024\/25 Q1\. Assured, and published/,
  )
})

test('what was published later is not there as at an earlier day, nor for an earlier quarter', async (t) => {
  const council = await servedCycle(t)
  const { db, assurer, reading } = council
  await assured(council, 'm-1')
  await lockQuarter(db, assurer, { quarter: slug, gapsReason: 'A new system' })
  const sizes = await reading(async (db) => [
    (await publishedCommentary(db, q1, { knownBy: '2020-01-01' })).size,
    (await publishedCommentary(db, financialQuarter(2023, 4))).size,
    (await publishedCommentary(db, financialQuarter(2024, 2), { measure: 'm-1' })).size,
    (await publishedCommentary(db, financialQuarter(2024, 2), { measure: 'm-2' })).size,
  ])
  assert.deepEqual(sizes, [0, 0, 1, 0])
})
