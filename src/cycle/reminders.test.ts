import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addAccount, setAccountStatus } from '#src/access/account-commands.ts'
import { accountByEmail } from '#src/access/accounts.ts'
import type { GrantInput } from '#src/access/grant-rows.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { addWorkingDays } from '#src/domain/calendar/working-days.ts'
import { chooseMessages } from '#src/messages/commands.ts'
import { messageFor, messagesSince } from '#src/messages/queries.ts'
import { sendDue } from '#src/messages/send-due.ts'
import { smtpCarrier } from '#src/messages/smtp-carrier.ts'
import { cycleCouncil, due } from '#test/support/cycle-council.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { remind } from './reminders.ts'

const council = await cycleCouncil({ after })
const { as, db, events, reading } = council
const mail = await mailServer({ after })
const site = 'https://gt.smallton.example'

const add = async (email: string, role: Role, unit: GrantInput['unit']) => {
  const grant = { role, unit, kind: 'held', from: '2020-04-01', until: null, onBehalfOf: null } as const
  return (
    (await addAccount(db, as('operator'), { email, label: `Post of ${email.split('@')[0]}`, grant })) ?? 0
  )
}
const housing = { kind: 'service', code: 'housing' } as const
const officer = await add('officer@smallton.example', 'frontline', housing)
await add('manager@smallton.example', 'service-manager', housing)
await add('director@smallton.example', 'assistant-director', { kind: 'directorate', code: 'place' })

const on = (days: number) => (days === 0 ? due.entry : addWorkingDays(due.entry, days))
const reminded = (today: string, dryRun = false) =>
  remind(db, as('operator'), { today, now: new Date(`${today}T06:30:00Z`), site, dryRun })
const posts = ({ reminders }: Awaited<ReturnType<typeof reminded>>) => reminders.map(({ to }) => to)

test('five working days before, each person gets one message with all that they owe, once', async () => {
  const early = await reminded(on(-6))
  assert.deepEqual([early.made, posts(early)], [0, []])
  const dry = await reminded(on(-5), true)
  assert.deepEqual([dry.made, posts(dry)], [0, ['Post of director', 'Post of officer']])
  const made = await reminded(on(-5))
  assert.equal(made.made, 2)
  assert.equal((await events()).at(-1), `reminder.made reminders/${on(-5)}`)
  const [, toOfficer] = made.reminders
  assert.match(toOfficer?.body ?? '', /3 measures wait for you\./)
  assert.match(toOfficer?.body ?? '', /https:\/\/gt\.smallton\.example\/cycles\/2024-25-q1\/answers\/m-1/)
  assert.equal((await reminded(on(-5))).made, 0)
  assert.equal((await reminded(on(-4))).made, 0)
})

test('what has been answered is not asked for again, and waits for the next in turn', async () => {
  await council.answer('m-1', { numerator: '211', denominator: '245' })
  const made = await reminded(on(0))
  const body = (post: string) => made.reminders.find(({ to }) => to === post)?.body ?? ''
  assert.match(body('Post of officer'), /2 measures wait for you\./)
  assert.match(body('Post of manager'), /Measure m-1: confirm the figure by .* \(in 3 working days\)/)
})

test('somebody suspended gets nothing, and what they choose is kept to', async () => {
  const manager = await reading((db) => accountByEmail(db, 'manager@smallton.example'))
  const actor = { ...council.manager, accountId: manager?.id ?? 0 }
  await chooseMessages(db, actor, { choice: 'escalations', seen: 0 })
  const change = { accountId: officer, seen: 1, reason: 'on leave', today: on(1) }
  await setAccountStatus(db, as('operator'), { ...change, status: 'suspended' })
  assert.deepEqual(posts(await reminded(on(1))), ['Post of director'])
  await setAccountStatus(db, as('operator'), { ...change, seen: 2, status: 'active' })
})

test('what is five working days late goes to the manager as well', async () => {
  const made = await reminded(on(5))
  const toManager = made.reminders.find(({ to }) => to === 'Post of manager')
  assert.match(
    toManager?.body ?? '',
    /2 measures that you are responsible for are five working days late or more/,
  )
  const listed = await reading((db) => messagesSince(db, new Date(`${on(5)}T00:00:00Z`)))
  assert.deepEqual(listed.map(({ label, kind }) => [label, kind]).toSorted(), [
    ['Post of director', 'reminder'],
    ['Post of manager', 'escalation'],
    ['Post of officer', 'reminder'],
  ])
})

test('a reminder leaves in the morning and not at night, and not when it is no longer so', async () => {
  const carrier = smtpCarrier({ url: mail.url, from: 'performance@smallton.example' })
  const send = (at: string) => sendDue({ db, authorityId: 1, carrier, now: () => new Date(at) })
  const [latest] = await reading((db) => messagesSince(db, new Date(`${on(5)}T00:00:00Z`)))
  const { facts } = await reading((db) => messageFor(db, latest?.id ?? 0))
  assert.equal(Date.parse(facts.notBefore), Date.parse(`${on(5)}T07:00:00+01:00`))
  assert.equal((await send(`${on(5)}T05:59:00Z`)).sent, 0)
  assert.equal((await send(`${on(5)}T06:00:00Z`)).sent, 3)
  assert.equal(mail.received.length, 3)
  assert.equal((await send(`${on(7)}T06:00:00Z`)).sent, 0)
})

test('measures that wait for nobody are told of, and somebody without permission reminds nobody', async () => {
  const { forNobody } = await reminded(on(5), true)
  assert.deepEqual(forNobody, [])
  await assert.rejects(
    remind(db, as('councillor'), { today: on(5), now: new Date(), site }),
    /may not have reminders made/,
  )
})
