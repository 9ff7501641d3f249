import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cycleCouncil } from '#test/support/cycle-council.ts'
import { owedLine } from './owed-line.ts'

test('who is signed in is told in a line what they owe and what waits for them', async (t) => {
  const { reading, officer, manager, director, answer, as } = await cycleCouncil(t)
  await answer('m-1', { value: '80' })
  const line = (actor: typeof officer) => reading((db) => owedLine(db, actor, '2099-07-10'))
  assert.equal(await line(officer), 'You owe 2 answers by Monday 13 July. It takes about 2 minutes each.')
  assert.match((await line(manager)) ?? '', /1 answer waits for your agreement\.$/)
  assert.match((await line(director)) ?? '', /^You owe 4 answers/)
  assert.equal(await line(as('frontline')), null)
})
