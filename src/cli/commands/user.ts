import { addAccount, setAccountStatus } from '../../access/account-commands.ts'
import { accountByEmail, accountsOf } from '../../access/accounts.ts'
import { makePasswordLink, passwordLinkHours } from '../../access/password-commands.ts'
import { NotFound } from '../../access/refusals.ts'
import { type Config, readConfig } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import { inForceOn } from '../../domain/access/grant.ts'
import { type Actor, type Role, roles } from '../../domain/access/roles.ts'
import { parseUnit, unitText, wholeCouncil } from '../../domain/access/unit.ts'
import { todayOf } from '../../web/site.ts'
import { type Command, type Given, type Terminal, textOption, UsageError } from '../command.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

type Work = {
  readonly database: Database
  readonly actor: Actor
  readonly config: Config
  readonly email: string
  readonly given: Given
  readonly terminal: Terminal
}

const deeds: Readonly<Record<string, (work: Work) => Promise<number>>> = { add, list, suspend, link }

export const user: Command = {
  name: 'user',
  arguments: 'add|link|suspend EMAIL, or list',
  summary:
    'local accounts: add one with its first role, make a link to set its password, suspend it, list them',
  options: {
    role: { type: 'string', value: 'ROLE', says: 'for add: its first role, such as business-intelligence' },
    of: {
      type: 'string',
      value: 'UNIT',
      says: 'for add: what the role is held over, such as service:housing (default: council)',
    },
    post: {
      type: 'string',
      value: 'TEXT',
      says: 'for add: the post, such as Head of Housing (default: the role’s name)',
    },
    reason: { type: 'string', value: 'TEXT', says: 'for suspend: why, kept with it' },
    json: { type: 'boolean', says: 'for list: print one JSON document' },
  },
  run: async (given, terminal) => {
    const [name = '', email = '', ...rest] = given.positionals
    const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined
    if (deed === undefined || rest.length > 0 || (name === 'list') !== (email === ''))
      throw new UsageError(
        'Say what to do: user add EMAIL --role ROLE, user link EMAIL, user suspend EMAIL, user list.',
      )
    const config = readConfig()
    return withDatabase(config, async (database) => {
      const actor = operator(await chosenAuthority(database, config.authority))
      return deed({ database, actor, config, email, given, terminal })
    })
  },
}

async function add(work: Work): Promise<number> {
  const { database, actor, email, given, terminal } = work
  const role = textOption(given, 'role') ?? ''
  if (!Object.hasOwn(roles, role))
    throw new UsageError(`Say its role with --role: one of ${Object.keys(roles).join(', ')}.`)
  const of = textOption(given, 'of')
  const unit = of === undefined ? wholeCouncil : parseUnit(of)
  if (unit === null)
    throw new UsageError('--of is council, or directorate:CODE, service:CODE or portfolio:CODE.')
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError(`'${email}' is not an e-mail address.`)
  const id = await addAccount(database.db, actor, {
    email,
    label: textOption(given, 'post') ?? roles[role as Role],
    grant: {
      role: role as Role,
      unit,
      kind: 'held',
      from: todayOf({ now: () => new Date() }),
      until: null,
      onBehalfOf: null,
    },
  })
  if (id === null) {
    terminal.err(`${email} has an account already. A new link to set its password: user link ${email}`)
    return 1
  }
  terminal.err(`Added ${email} as ${roles[role as Role]}, ${unitText(unit)}.`)
  return printLink(work, id)
}

async function link(work: Work): Promise<number> {
  return printLink(work, (await found(work)).id)
}

async function suspend(work: Work): Promise<number> {
  const { database, actor, given, terminal, email } = work
  const account = await found(work)
  await setAccountStatus(database.db, actor, {
    accountId: account.id,
    seen: account.statusNumber,
    status: 'suspended',
    reason: textOption(given, 'reason') ?? 'suspended on the command line',
    today: todayOf({ now: () => new Date() }),
  })
  terminal.out(`${email} is suspended. Its sessions have ended.`)
  return 0
}

async function list({ database, actor, given, terminal }: Work): Promise<number> {
  const today = todayOf({ now: () => new Date() })
  const accounts = await inAuthority(database.db, actor.authorityId, accountsOf)
  const users = accounts.map(({ email, label, status, grants }) => ({
    email,
    post: label,
    status,
    roles: grants
      .filter((grant) => inForceOn(grant, today))
      .map(({ role, unit, kind, until }) => ({ role, of: unitText(unit), kind, until })),
  }))
  if (given.options.json === true) terminal.out(JSON.stringify({ users }, null, 2))
  else if (users.length === 0) terminal.err('There are no accounts yet.')
  for (const { email, post, status, roles: held } of given.options.json === true ? [] : users)
    terminal.out(
      [email, post, status, held.map(({ role, of }) => `${role} (${of})`).join(', ') || 'no role'].join('\t'),
    )
  return 0
}

async function found({ database, actor, email }: Work) {
  const account = await inAuthority(database.db, actor.authorityId, (db) => accountByEmail(db, email))
  if (account === null) throw new NotFound(`${email} has no account here. Those who have: user list`)
  return account
}

async function printLink({ database, actor, config, terminal }: Work, accountId: number): Promise<number> {
  const token = await makePasswordLink(database.db, actor, { accountId, now: new Date() })
  const address = config.publicUrl ?? `http://localhost:${config.port}`
  terminal.err(`To set its password, once and within ${passwordLinkHours} hours:`)
  terminal.out(`${address}/set-password/${token}`)
  return 0
}
