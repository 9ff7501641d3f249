import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Role } from '../access/roles.ts'
import { recommendationStanding } from './recommendation.ts'
import { type FirstLevel, firstLevel, type Level, levelAbove, levels, type Step } from './signal.ts'
import { nextSteps, standingOf } from './standing.ts'
import { whyNotAct, whyNotReply } from './who-acts.ts'

const day = '2024-07-25'
const raisedBy = { accountId: 1, name: 'Social Worker' }
const other = { accountId: 2, name: 'Team Manager' }
const after = (first: FirstLevel, ...steps: readonly Step[]) =>
  standingOf(
    { firstLevel: first, raisedOn: day },
    steps.map((step) => ({ step, day })),
  )

test('staff begin below, councillors with the assistant director, and without a unit nobody below is asked', () => {
  const cases: readonly (readonly [Role, boolean, FirstLevel])[] = [
    ['frontline', true, 'team-leader'],
    ['service-manager', true, 'service-manager'],
    ['councillor', true, 'assistant-director'],
    ['scrutiny', true, 'assistant-director'],
    ['frontline', false, 'assistant-director'],
  ]
  for (const [role, hasUnit, level] of cases) assert.equal(firstLevel(role, hasUnit), level)
})

test('each level has its working days, counted from when it came there', () => {
  assert.equal(after('team-leader').due, '2024-08-01')
  assert.equal(after('team-leader', 'taken-up').due, '2024-08-01')
  const up = standingOf({ firstLevel: 'team-leader', raisedOn: day }, [
    { step: 'passed-up', day: '2024-08-23' },
  ])
  // The Monday after is a bank holiday.
  assert.deepEqual([up.level, up.due], ['service-manager', '2024-09-02'])
})

test('what does not answer it goes one level up, and from the assistant director only to a forum', () => {
  assert.equal(after('team-leader', 'answered', 'not-settled').level, 'service-manager')
  const again = after('assistant-director', 'answered', 'not-settled')
  assert.deepEqual([again.level, again.state], ['assistant-director', 'waiting'])
  assert.deepEqual(nextSteps(again), ['taken-up', 'put-to-forum'])
  const decided = after('assistant-director', 'put-to-forum', 'decided')
  assert.deepEqual([decided.state, nextSteps(decided)], ['decided', ['returned']])
  const end = after('assistant-director', 'put-to-forum', 'decided', 'returned', 'not-settled')
  assert.deepEqual([end.state, nextSteps(end)], ['unsettled', []])
})

test('whatever is done, no level is skipped, and whoever it waits for has a day', () => {
  const first = fc.constantFrom<FirstLevel>('team-leader', 'service-manager', 'assistant-director')
  fc.assert(
    fc.property(first, fc.array(fc.nat(), { maxLength: 15 }), (firstLevel, choices) => {
      const taken: { step: Step; day: string }[] = []
      const passed: Level[] = [firstLevel]
      for (const choice of choices) {
        const standing = standingOf({ firstLevel, raisedOn: day }, taken)
        assert.equal(standing.due !== null, standing.state === 'waiting' || standing.state === 'decided')
        const open = nextSteps(standing)
        const step = open[choice % Math.max(1, open.length)]
        if (step === undefined) break
        taken.push({ step, day })
        const { level } = standingOf({ firstLevel, raisedOn: day }, taken)
        const before = passed.at(-1) ?? firstLevel
        assert.ok(level === before || level === levelAbove(before))
        passed.push(level)
      }
    }),
  )
})

test('somebody not at the level is told whom it waits for', () => {
  const signal = { firstLevel: 'team-leader', raisedBy } as const
  const at = { signal, standing: after('team-leader'), before: [] }
  const director = { role: 'assistant-director', person: other } as const
  assert.match(
    whyNotAct(director, 'answered', at) ?? '',
    /It waits for the team leader \(Service or Team Manager\)/,
  )
  const manager = { role: 'service-manager', person: other } as const
  assert.equal(whyNotAct(manager, 'answered', at), null)
  assert.match(whyNotAct(manager, 'put-to-forum', at) ?? '', /no level is skipped/)
  assert.match(whyNotAct({ ...manager, person: raisedBy }, 'answered', at) ?? '', /raised it yourself/)
  const above = {
    signal,
    standing: after('team-leader', 'passed-up'),
    before: [{ level: 'team-leader', step: 'passed-up', by: other }],
  } as const
  assert.match(whyNotAct(manager, 'answered', above) ?? '', /You passed it up as team leader/)
})

test('the Performance team answers what came straight to the assistant director, and nothing below', () => {
  const team = { role: 'business-intelligence', person: other } as const
  const straight = { firstLevel: 'assistant-director', raisedBy } as const
  const came = { signal: straight, standing: after('assistant-director'), before: [] }
  assert.equal(whyNotAct(team, 'answered', came), null)
  const signal = { firstLevel: 'team-leader', raisedBy } as const
  const passed = after('team-leader', 'passed-up', 'passed-up')
  assert.match(
    whyNotAct(team, 'answered', { signal, standing: passed, before: [] }) ?? '',
    /Assistant Director\)/,
  )
})

test('only whoever raised it says whether the outcome answers it, and only of an outcome', () => {
  const signal = { firstLevel: 'team-leader', raisedBy } as const
  assert.equal(whyNotReply(raisedBy, signal, after('team-leader', 'answered')), null)
  assert.match(whyNotReply(other, signal, after('team-leader', 'answered')) ?? '', /Only whoever raised it/)
  assert.match(whyNotReply(raisedBy, signal, after('team-leader')) ?? '', /no outcome/)
})

test('every level but the last has one above', () => {
  assert.deepEqual((Object.keys(levels) as Level[]).map(levelAbove), [
    'service-manager',
    'assistant-director',
    'forum',
    null,
  ])
})

test('a recommendation that was accepted and not done in time is overdue', () => {
  const accepted = { response: 'accepted', byWhen: '2024-07-01' } as const
  assert.equal(recommendationStanding(null, null, day).text, 'Waits for a response')
  assert.equal(recommendationStanding(accepted, 'under-way', day).text, 'Overdue')
  assert.equal(recommendationStanding(accepted, 'done', day).text, 'Done')
  assert.equal(
    recommendationStanding({ response: 'not-accepted', byWhen: null }, null, day).text,
    'Not accepted',
  )
})
