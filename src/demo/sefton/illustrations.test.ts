import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cycleFor, cyclesOf } from '#src/cycle/cycles.ts'
import { agreeTo } from '#src/cycle/decide.ts'
import { remarksOf } from '#src/cycle/remarks-of.ts'
import { cycleRequests } from '#src/cycle/requests.ts'
import type { Db } from '#src/db/database.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { measureUnits } from '#src/measures/units.ts'
import { seftonDatabase } from '#test/support/sefton.ts'
import { removeIllustrations } from '../remove-illustrations.ts'
import { sefton } from './load.ts'

const { db } = await seftonDatabase({ after })
const reading = <T>(work: (db: Db) => Promise<T>): Promise<T> => inAuthority(db, sefton.id, work)
const requests = () => reading(async (db) => cycleRequests(db, await cycleFor(db, '2024-25-q1')))
const director: Actor = { authorityId: sefton.id, role: 'assistant-director', name: 'Assistant Director' }

test('in the cycle of the demonstration each role has something to do, and all of it is marked illustrative', async () => {
  const all = await requests()
  assert.equal(all.length, 86)
  const states = Map.groupBy(all, ({ state }) => state)
  for (const state of ['waiting', 'sent-back', 'given', 'confirmed', 'signed-off', 'assured'] as const)
    assert.ok((states.get(state) ?? []).length > 0, state)
  assert.ok(all.every(({ illustrative, answer }) => illustrative && (answer === null || answer.illustrative)))
})

test('an assistant director finds more than twenty unremarkable figures to sign off', async () => {
  const confirmed = (await requests()).filter(({ state }) => state === 'confirmed')
  const remarks = await reading((db) => remarksOf(db, director, '2024-25-q1', confirmed))
  assert.ok([...remarks.values()].filter((said) => said.length === 0).length >= 20)
})

test('one command takes away what is illustrative, with what was done since, and nothing else', async () => {
  const tables = ['observation', 'event', 'measure', 'series'] as const
  const held = () =>
    reading(async (db) =>
      Promise.all(
        tables.map(async (table) => (await db.selectFrom(table).select('authority_id').execute()).length),
      ),
    )
  const [confirmed] = (await requests()).filter(({ state }) => state === 'confirmed')
  assert.ok(confirmed?.answer)
  await agreeTo(db, director, {
    quarter: '2024-25-q1',
    step: 'sign-off',
    answers: [{ measure: confirmed.measure.code, number: confirmed.answer.number }],
  })
  const before = await held()
  await assert.rejects(removeIllustrations(db, director), /System operator/)
  const removed = await removeIllustrations(db, { authorityId: sefton.id, role: 'operator', name: 'test' })
  assert.ok((removed.cycle_answer ?? 0) > 40 && removed.cycle === 1, JSON.stringify(removed))
  assert.deepEqual(await reading(cyclesOf), [])
  assert.deepEqual(await reading(measureUnits), [])
  const [observations, events, ...registers] = await held()
  assert.deepEqual(
    [observations, events, ...registers],
    [before[0], (before[1] ?? 0) + 1, ...before.slice(2)],
  )
})
