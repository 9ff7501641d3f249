import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Grant } from '../access/grant.ts'
import type { Role } from '../access/roles.ts'
import { type Unit, wholeCouncil } from '../access/unit.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { messageChoices } from './choice.ts'
import { reminderLetter } from './reminder-letter.ts'
import { reminderStage } from './reminder-stage.ts'
import { type Owed, type Recipient, remindersDue } from './reminders-due.ts'
import { whoseTurn } from './whose-turn.ts'

const housing: Unit = { kind: 'service', code: 'housing' }
const place: Unit = { kind: 'directorate', code: 'place' }
const chain = [housing, place, wholeCouncil]
const due = '2024-07-12'

const grant = (role: Role, unit: Unit, more: Partial<Grant> = {}): Grant => ({
  id: 1,
  role,
  unit,
  kind: 'held',
  from: '2020-04-01',
  until: null,
  onBehalfOf: null,
  endedOn: null,
  ...more,
})
const person = (
  accountId: number,
  grants: readonly Grant[],
  choice: Recipient['choice'] = 'all',
): Recipient => ({ accountId, grants, choice })
const officer = person(1, [grant('frontline', housing)])
const manager = person(2, [grant('service-manager', housing)])
const director = person(3, [grant('assistant-director', place)])
const assurer = person(4, [grant('business-intelligence', wholeCouncil)])
const everybody = [officer, manager, director, assurer]

const owed = (code: string, more: Partial<Owed> = {}): Owed => ({
  key: `2024-25-q1/${code}/entry/0`,
  title: `Measure ${code}`,
  href: `/cycles/2024-25-q1/answers/${code}`,
  turn: 'entry',
  due,
  chain,
  ...more,
})

const nothingTold: ReadonlySet<string> = new Set()
const whom = (today: string, things: readonly Owed[], people = everybody, told = nothingTold) =>
  remindersDue(today, things, people, told).map(({ accountId }) => accountId)

test('a reminder comes five working days before, on the day, and one and five working days after', () => {
  const cases = [
    ['2024-07-04', null],
    ['2024-07-05', 'soon'],
    ['2024-07-11', 'soon'],
    ['2024-07-12', 'today'],
    ['2024-07-15', 'late'],
    ['2024-07-18', 'late'],
    ['2024-07-19', 'long-late'],
    ['2024-07-25', 'long-late'],
    ['2024-07-26', null],
  ] as const
  for (const [today, stage] of cases) assert.equal(reminderStage(today, due), stage, today)
})

test('bank holidays and days off are no working days', () => {
  // Easter 2024: Good Friday 29 March, Easter Monday 1 April.
  assert.equal(reminderStage('2024-03-25', '2024-04-04'), null)
  assert.equal(reminderStage('2024-03-26', '2024-04-04'), 'soon')
  // Due on a Saturday is due on Monday.
  assert.equal(reminderStage('2024-07-15', '2024-07-13'), 'today')
  assert.deepEqual(whom('2024-03-29', [owed('a', { due: '2024-04-02' })]), [])
})

test('whoever has the turn is reminded, and nobody else', () => {
  assert.deepEqual(whom('2024-07-05', [owed('a')]), [1])
  assert.deepEqual(whom('2024-07-05', [owed('a', { turn: 'confirmation' })]), [2])
  assert.deepEqual(whom('2024-07-05', [owed('a', { turn: 'sign-off' })]), [3])
  assert.deepEqual(whom('2024-07-05', [owed('a', { turn: 'assurance' })]), [4])
})

test('where a post is empty the next one up is asked', () => {
  assert.deepEqual(whom('2024-07-05', [owed('a')], [manager, director]), [2])
  assert.deepEqual(whom('2024-07-05', [owed('a')], [director]), [3])
  assert.deepEqual(whom('2024-07-05', [owed('a')], [assurer]), [])
})

test('of those with the role whoever holds it nearest is asked', () => {
  const wide = person(7, [grant('frontline', wholeCouncil)])
  assert.deepEqual(whoseTurn('entry', chain, [wide, officer], due).doers, [1])
  const other: Unit = { kind: 'service', code: 'waste' }
  assert.deepEqual(whoseTurn('entry', [other, place, wholeCouncil], [wide, officer], due).doers, [7])
})

test('while somebody stands in, it is they who are reminded, and only in those days', () => {
  const standIn = person(8, [
    grant('frontline', housing, {
      kind: 'delegated',
      onBehalfOf: 1,
      from: '2024-07-01',
      until: '2024-07-11',
    }),
  ])
  assert.deepEqual(whom('2024-07-05', [owed('a')], [officer, standIn]), [8])
  assert.deepEqual(whom('2024-07-12', [owed('a')], [officer, standIn]), [1])
  // Somebody suspended is not among those who can be written to: the holder is asked after all.
  assert.deepEqual(whom('2024-07-05', [owed('a')], [officer]), [1])
})

test('one reminder holds everything somebody owes, and what was told is not told again', () => {
  const things = [owed('b', { due: '2024-07-19' }), owed('a'), owed('c', { due: '2024-09-30' })]
  const [first, ...more] = remindersDue('2024-07-05', things, everybody, nothingTold)
  assert.deepEqual(more, [])
  assert.deepEqual(
    first?.own.map(({ title }) => title),
    ['Measure a', 'Measure b', 'Measure c'],
  )
  assert.deepEqual(first?.topics, ['2024-25-q1/a/entry/0 soon'])
  const told = new Set(first?.topics.map((topic) => `1 ${topic}`))
  assert.deepEqual(whom('2024-07-08', things, everybody, told), [])
  assert.deepEqual(whom('2024-07-12', things, everybody, told), [1])
})

test('what is five working days late goes to the manager, who is told once', () => {
  const things = [owed('a')]
  assert.deepEqual(whom('2024-07-18', things), [1])
  const reminders = remindersDue('2024-07-19', things, everybody, nothingTold)
  assert.deepEqual(
    reminders.map(({ accountId, own, beneath }) => [accountId, own.length, beneath.length]),
    [
      [1, 1, 0],
      [2, 0, 1],
    ],
  )
  const told = new Set(
    reminders.flatMap(({ accountId, topics }) => topics.map((each) => `${accountId} ${each}`)),
  )
  assert.deepEqual(whom('2024-07-22', things, everybody, told), [])
  // The manager's own delay goes to the director.
  const theirs = remindersDue('2024-07-19', [owed('a', { turn: 'confirmation' })], everybody, nothingTold)
  assert.deepEqual(
    theirs.map(({ accountId, beneath }) => [accountId, beneath.length]),
    [
      [2, 0],
      [3, 1],
    ],
  )
})

test('nobody is told of their own delay as a manager', () => {
  const both = person(1, [grant('frontline', housing), grant('service-manager', housing)])
  const reminders = remindersDue('2024-07-19', [owed('a')], [both, director], nothingTold)
  assert.deepEqual(
    reminders.map(({ accountId, own, beneath }) => [accountId, own.length, beneath.length]),
    [
      [1, 1, 0],
      [3, 0, 1],
    ],
  )
})

test('somebody may be told once a week, or only of what is long late with others', () => {
  const weekly = person(1, [grant('frontline', housing)], 'weekly')
  const things = [owed('a', { due: '2024-07-17' })]
  const [first] = remindersDue('2024-07-15', things, [weekly], nothingTold)
  assert.deepEqual(first?.topics, ['week 2024-07-15'])
  const told = new Set(['1 week 2024-07-15'])
  assert.deepEqual(whom('2024-07-17', things, [weekly], told), [])
  assert.deepEqual(whom('2024-07-22', things, [weekly], told), [1])
  assert.deepEqual(whom('2024-07-08', [owed('a', { due: '2024-07-30' })], [weekly]), [])
  const quiet = [1, 2].map((id) => ({ ...(everybody[id - 1] ?? officer), choice: 'escalations' as const }))
  assert.deepEqual(whom('2024-07-18', [owed('a')], quiet), [])
  assert.deepEqual(whom('2024-07-19', [owed('a')], quiet), [2])
})

const day = fc
  .integer({ min: 0, max: 120 })
  .map((days) => Temporal.PlainDate.from('2024-03-01').add({ days }).toString())
const someThing = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  due: day,
  turn: fc.constantFrom('entry', 'confirmation', 'sign-off', 'assurance'),
})
const someChoice = fc.constantFrom(...(Object.keys(messageChoices) as Recipient['choice'][]))

test('whatever is owed: on working days only, once a person, and never the same twice', () => {
  fc.assert(
    fc.property(day, fc.array(someThing), someChoice, (today, some, choice) => {
      const things = some.map((each, index) =>
        owed(`${each.key}${index}`, { ...each, key: `${each.key}${index}` }),
      )
      const people = everybody.map((each) => ({ ...each, choice }))
      const reminders = remindersDue(today, things, people, nothingTold)
      if (!isWorkingDay(today)) assert.deepEqual(reminders, [])
      const to = reminders.map(({ accountId }) => accountId)
      assert.equal(new Set(to).size, to.length)
      for (const { own, beneath, topics } of reminders) {
        assert.ok(own.length + beneath.length > 0 && topics.length > 0)
        if (choice === 'escalations') assert.deepEqual(own, [])
      }
      const told = new Set(
        reminders.flatMap(({ accountId, topics }) => topics.map((each) => `${accountId} ${each}`)),
      )
      assert.deepEqual(remindersDue(today, things, people, told), [])
    }),
  )
})

const facts = { today: '2024-07-12', council: 'Smallton Council', site: 'https://gt.smallton.example' }

test('a reminder says what, by when, where, what to do and how long it takes', () => {
  const own = [
    owed('late', { due: '2024-07-05' }),
    owed('now'),
    owed('soon', { due: '2024-07-15', turn: 'confirmation' }),
  ]
  assert.deepEqual(reminderLetter({ own, beneath: [] }, facts), {
    subject: '3 measures wait for you: the first was due on 5 July 2024',
    body: `Hello,

3 measures wait for you.

Late
- Measure late: report the figure by Friday 5 July 2024 (5 working days ago)
https://gt.smallton.example/cycles/2024-25-q1/answers/late

Due today
- Measure now: report the figure by Friday 12 July 2024 (today)
https://gt.smallton.example/cycles/2024-25-q1/answers/now

To come
- Measure soon: confirm the figure by Monday 15 July 2024 (in 1 working day)
https://gt.smallton.example/cycles/2024-25-q1/answers/soon

To report: open the link, enter the figure, and say what happened and why, what you are doing, and when it will be right. Allow about ten minutes for each. If there is no figure, say so there: that is an answer too.

To confirm: open the link, read the figure and its words, and agree or send it back with a reason. Allow about three minutes for each.

All you owe is on one page: https://gt.smallton.example/my

You are sent this by Smallton Council’s planning and performance service. Choose what you are sent: https://gt.smallton.example/account/messages
`,
  })
})

test('a manager is told what is long late, in a letter of its own or after what they owe themself', () => {
  const beneath = [owed('late', { due: '2024-07-05' })]
  const only = reminderLetter({ own: [], beneath }, facts)
  assert.equal(only.subject, 'A week late: Measure late')
  assert.match(only.body, /One measure that you are responsible for is five working days late or more\./)
  const both = reminderLetter({ own: [owed('now')], beneath }, facts)
  assert.equal(both.subject, 'Measure now is due today')
  assert.match(both.body, /is also five working days late or more\. Whoever was asked has been reminded\./)
})
