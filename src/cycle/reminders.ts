import { type Account, accountsOf } from '../access/accounts.ts'
import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { addWorkingDays } from '../domain/calendar/working-days.ts'
import { nextStep } from '../domain/cycle/request-state.ts'
import { reminderLetter } from '../domain/messages/reminder-letter.ts'
import { type Owed, type Recipient, type Reminder, remindersDue } from '../domain/messages/reminders-due.ts'
import { whoseTurn } from '../domain/messages/whose-turn.ts'
import { enqueue, type NewMessage } from '../messages/enqueue.ts'
import { choicesOf, toldTopics } from '../messages/queries.ts'
import { authorityOf } from '../organisation/authority.ts'
import { type Cycle, cyclesOf } from './cycles.ts'
import { type CycleRequest, cycleRequests } from './requests.ts'

export type RemindersInput = {
  /** The English day whose reminders are made. */
  readonly today: string
  readonly now: Date
  /** Where people reach the service. */
  readonly site: string
  /** Says what would be made, and makes nothing. */
  readonly dryRun?: boolean
}

export type RemindersMade = {
  readonly made: number
  readonly reminders: readonly { readonly to: string; readonly subject: string; readonly body: string }[]
  /** What waits for somebody whom nobody can remind, for no account holds the role. */
  readonly forNobody: readonly string[]
}

/** Reminds people of what cycles wait for, as `remindersDue` says. Done again on the same day, it makes nothing anew. */
export const remind = (db: Db, actor: Actor, input: RemindersInput): Promise<RemindersMade> =>
  command(db, actor, 'message.keep', async (db) => {
    const { today, now, site } = input
    const accounts = (await accountsOf(db)).filter(({ status }) => status === 'active')
    const people = await recipientsOf(db, accounts)
    const owed = await owedIn(db, actor)
    const due = remindersDue(today, owed, people, await toldTopics(db, monthsBefore(now)))
    const council = (await authorityOf(db, actor)).name
    const messages = due.flatMap((reminder) => {
      const account = accounts.find(({ id }) => id === reminder.accountId)
      return account === undefined
        ? []
        : [{ account, message: messageOf(reminder, account, { today, council, site }) }]
    })
    const made =
      input.dryRun === true
        ? 0
        : await enqueue(
            db,
            actor,
            messages.map(({ message }) => message),
            now,
          )
    const result = {
      made,
      reminders: messages.map(({ account, message: { subject, body } }) => ({
        to: account.label,
        subject,
        body,
      })),
      forNobody: owed
        .filter(({ turn, chain }) => whoseTurn(turn, chain, people, today).doers.length === 0)
        .map(({ title }) => title),
    }
    const event = { action: 'reminder.made', subject: `reminders/${today}`, details: { made } }
    return { result, event: made === 0 ? null : event }
  })

async function recipientsOf(db: Db, accounts: readonly Account[]): Promise<Recipient[]> {
  const choices = await choicesOf(db)
  return accounts.map(({ id, grants }) => ({ accountId: id, grants, choice: choices(id) }))
}

/** What every open cycle waits for. Nobody is reminded of examples, except by examples. */
async function owedIn(db: Db, actor: Actor): Promise<Owed[]> {
  const open = (await cyclesOf(db)).filter(({ lock }) => lock === null)
  const owed: Owed[] = []
  for (const cycle of open) {
    const requests = await cycleRequests(db, cycle)
    owed.push(
      ...requests
        .filter(({ illustrative }) => illustrative === (actor.illustrative === true))
        .flatMap((request) => owedOf(cycle, request)),
    )
  }
  return owed
}

function owedOf(cycle: Cycle, { measure, state, due, answer, chain }: CycleRequest): Owed[] {
  if (due === null) return []
  const turn = nextStep(state) ?? 'entry'
  return [
    {
      key: `${cycle.slug}/${measure.code}/${turn}/${answer?.number ?? 0}`,
      title: measure.title,
      href: `/cycles/${cycle.slug}/answers/${measure.code}`,
      turn,
      due,
      chain,
    },
  ]
}

function messageOf(
  reminder: Reminder,
  { id, email }: Account,
  facts: { readonly today: string; readonly council: string; readonly site: string },
): NewMessage {
  const { today } = facts
  const next = addWorkingDays(today, 1)
  return {
    onceKey: `reminder/${today}/${id}`,
    accountId: id,
    address: email,
    kind: reminder.own.length > 0 ? 'reminder' : 'escalation',
    ...reminderLetter(reminder, facts),
    about: '/my',
    notBefore: clock(today, firstHour),
    // By then the next reminder would say it anew.
    notAfter: clock(Temporal.PlainDate.from(next).add({ days: 1 }).toString(), 0),
    topics: reminder.topics,
  }
}

/** No stage of a reminder lasts longer. */
const monthsBefore = (now: Date): Date => new Date(now.getTime() - 120 * 86_400_000)

/** Nobody is written to at night. */
export const firstHour = 7

const clock = (day: string, hour: number): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: 'Europe/London',
      plainTime: { hour },
    }).epochMilliseconds,
  )
