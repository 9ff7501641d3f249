import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Forbidden } from '#src/access/refusals.ts'
import { calendarRules as seftonRules } from '#src/demo/sefton/calendar.ts'
import type { CalendarRule } from '#src/domain/calendar/calendar-rule.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { recordCalendarRules } from './commands.ts'
import { calendarRules } from './queries.ts'

test('rules come back as they were recorded, in their order, each with its source', async (t) => {
  const { database, keeper, reading } = await smallCouncil(t)
  const rules = seftonRules()
  assert.equal((await recordCalendarRules(database.db, keeper, rules)).added, rules.length)
  const held = await reading(calendarRules)
  assert.deepEqual(
    held.map(({ revision, changedAt, ...rule }) => rule),
    rules,
  )
  assert.ok(held.every(({ revision, changedAt, source }) => revision === 0 && changedAt && source !== ''))
})

test('recording them again changes nothing; a correction and a rule taken out are one event that says so', async (t) => {
  const { database, keeper, reading, events } = await smallCouncil(t)
  const [first, second, ...rest] = seftonRules()
  assert.ok(first && second)
  await recordCalendarRules(database.db, keeper, [first, second, ...rest])
  const again = await recordCalendarRules(database.db, keeper, [first, second, ...rest])
  assert.deepEqual([again.added, again.changed], [0, 0])
  await recordCalendarRules(database.db, keeper, [
    { ...first, cycleStart: 2023 },
    { ...second, title: 'Otherwise' },
  ])
  const held = await reading(calendarRules)
  assert.deepEqual(
    held.map(({ code, cycleStart }) => [code, cycleStart]),
    [
      [first.code, 2023],
      [second.code, null],
    ],
  )
  assert.equal((await events()).filter((event) => event === 'calendar-rules.recorded calendar').length, 2)
  await recordCalendarRules(database.db, keeper, [])
  assert.deepEqual(await reading(calendarRules), [])
})

test('a corrected rule keeps its code and counts its corrections, also when it was taken out between', async (t) => {
  const { database, keeper, reading } = await smallCouncil(t)
  const [first, second] = seftonRules()
  assert.ok(first && second)
  const record = (rules: readonly CalendarRule[]) => recordCalendarRules(database.db, keeper, rules)
  const revisions = async () =>
    (await reading(calendarRules)).map(({ code, revision }) => `${code} ${revision}`)
  await record([first, second])
  await record([first, { ...second, lastMonth: 5 }])
  assert.deepEqual(await revisions(), [`${first.code} 0`, `${second.code} 1`])
  await record([first])
  assert.deepEqual(await revisions(), [`${first.code} 0`])
  await record([first, second])
  assert.deepEqual(await revisions(), [`${first.code} 0`, `${second.code} 2`])
})

test('only keepers record the rules', async (t) => {
  const { database, as } = await smallCouncil(t)
  await assert.rejects(recordCalendarRules(database.db, as('leader'), seftonRules()), Forbidden)
})
