import { type Config, readConfig } from '../../config.ts'
import { remind } from '../../cycle/reminders.ts'
import type { Database } from '../../db/database.ts'
import { StartError } from '../../db/start-error.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { messageState, messageStates } from '../../domain/messages/message-state.ts'
import { daysShown } from '../../messages/commands.ts'
import { messagesSince } from '../../messages/queries.ts'
import { sendDue } from '../../messages/send-due.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { type Command, type Given, type Terminal, textOption, UsageError } from '../command.ts'
import { carrierOf } from '../mail-carrier.ts'
import { stopSignal } from '../stop-signal.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

type Work = {
  readonly database: Database
  readonly actor: Actor
  readonly config: Config
  readonly given: Given
  readonly terminal: Terminal
}

const deeds: Readonly<Record<string, (work: Work) => Promise<number>>> = { send, list, remind: remindPeople }

export const messages: Command = {
  name: 'messages',
  arguments: 'send|list|remind',
  summary:
    'messages to people: send what is due, list them with what became of each, or make the reminders of a day',
  options: {
    on: { type: 'string', value: 'DATE', says: 'remind: the day, such as 2024-07-12 (default: today)' },
    'dry-run': { type: 'boolean', says: 'remind: print what would be written, and write nothing' },
    json: { type: 'boolean', says: 'print one JSON document' },
  },
  run: async (given, terminal) => {
    const [name = '', ...more] = given.positionals
    const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined
    if (deed === undefined || more.length > 0)
      throw new UsageError(`'${given.positionals.join(' ')}' is not known here. Known: send, list, remind.`)
    const config = readConfig()
    return withDatabase(config, async (database) => {
      const actor = operator(await chosenAuthority(database, config.authority))
      return deed({ database, actor, config, given, terminal })
    })
  },
}

async function send({ database, actor, config, given, terminal }: Work): Promise<number> {
  const carrier = carrierOf(config)
  if (carrier === null) {
    terminal.err(
      'Nothing can be sent: set GOLDENTHREAD_SMTP_URL or GOLDENTHREAD_NOTIFY_KEY. Messages wait meanwhile.',
    )
    return 1
  }
  const { authorityId } = actor
  const signal = stopSignal()
  const run = await sendDue({ db: database.db, authorityId, carrier, now: () => new Date(), signal })
  if (given.options.json === true) terminal.out(JSON.stringify(run))
  else
    terminal.out(
      `${run.sent} sent, ${run.failed} to be tried again, ${run['given-up']} given up, ${run.unclear} unclear.`,
    )
  return run.sent === 0 && run.failed + run['given-up'] + run.unclear > 0 ? 1 : 0
}

async function remindPeople({ database, actor, config, given, terminal }: Work): Promise<number> {
  const typed = textOption(given, 'on')
  const today = typed === undefined ? todayOf({ now: () => new Date() }) : readDay(typed)
  if (today === null) throw new UsageError(`--on: '${typed}' is no day. Write it as 2024-07-12.`)
  const dryRun = given.options['dry-run'] === true
  if (config.publicUrl === null && !dryRun)
    throw new StartError(
      'Reminders lead people to this service. Set GOLDENTHREAD_URL, at which they reach it, or use --dry-run.',
    )
  const site = config.publicUrl ?? `http://localhost:${config.port}`
  const made = await remind(database.db, actor, { today, now: new Date(), site, dryRun })
  const { reminders, forNobody } = made
  if (given.options.json === true) terminal.out(JSON.stringify(made, null, 2))
  else if (dryRun)
    for (const { to, subject, body } of reminders) terminal.out(`To ${to}: ${subject}\n\n${body}`)
  else terminal.out(`${made.made} reminders made.`)
  if (given.options.json !== true && reminders.length === 0)
    terminal.err(`Nobody is to be reminded on ${today}.`)
  if (given.options.json !== true && forNobody.length > 0)
    terminal.err(`${forNobody.length} measures wait for somebody whom no account stands for: see /people.`)
  return 0
}

async function list({ database, actor, given, terminal }: Work): Promise<number> {
  const now = new Date()
  const since = new Date(now.getTime() - daysShown * 86_400_000)
  const all = await inAuthority(database.db, actor.authorityId, (db) => messagesSince(db, since))
  const rows = all.map(({ id, label, kind, subject, madeAt, facts, detail }) => {
    const { state, nextTryAt } = messageState(facts, now.toISOString())
    return {
      id,
      to: label,
      kind,
      subject,
      madeAt,
      state,
      nextTryAt,
      detail: state === 'sent' ? null : detail,
    }
  })
  if (given.options.json === true) terminal.out(JSON.stringify({ messages: rows }, null, 2))
  else if (rows.length === 0) terminal.err(`There are no messages of the last ${daysShown} days.`)
  for (const { id, to, subject, state, detail } of given.options.json === true ? [] : rows)
    terminal.out([String(id), messageStates[state], to, subject, detail ?? ''].join('\t').trimEnd())
  return 0
}
