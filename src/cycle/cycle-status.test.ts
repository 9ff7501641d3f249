import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cycleCouncil, slug } from '#test/support/cycle-council.ts'
import { cycleStatus } from './cycle-status.ts'

test('who owes what is told by unit, whoever owes most first, with how late it is', async (t) => {
  const { reading, answer } = await cycleCouncil(t)
  for (const code of ['m-1', 'm-2']) await answer(code, { value: '80' })
  const { counts, units } = await reading((db) => cycleStatus(db, slug, '2099-07-15'))
  assert.deepEqual([counts.waiting, counts.given, counts.assured], [3, 2, 0])
  assert.deepEqual(
    units.map(({ unit, name, asked, owes }) => [unit, name, asked, owes.map(({ measure }) => measure)]),
    [
      ['service:waste', 'Waste', 2, ['m-4', 'm-5']],
      ['service:housing', 'Housing', 3, ['m-3']],
    ],
  )
  assert.equal(units[0]?.owes[0]?.workingDaysLate, 2)
})
