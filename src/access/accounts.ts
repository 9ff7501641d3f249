import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Grant } from '../domain/access/grant.ts'
import type { Role } from '../domain/access/roles.ts'
import { NotFound } from './refusals.ts'

export type AccountStatus = 'active' | 'suspended' | 'left'

export type Account = {
  readonly id: number
  readonly email: string
  /** The post or role, never a person's name. */
  readonly label: string
  readonly status: AccountStatus
  /** How often the status was set: whoever changes it says which they saw. */
  readonly statusNumber: number
  readonly hasPassword: boolean
  readonly grants: readonly Grant[]
}

/** Every account, by label, with everything it was ever granted. */
export async function accountsOf(db: Db): Promise<Account[]> {
  const rows = await accountRows(db).orderBy('account.label').orderBy('account.id').execute()
  const grants = await grantsOf(db, null)
  return rows.map((row) => ({ ...row, grants: grants.get(row.id) ?? [] }))
}

export async function accountFor(db: Db, id: number): Promise<Account> {
  const row = await accountRows(db).where('account.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('There is no such account here.')
  return { ...row, grants: (await grantsOf(db, id)).get(id) ?? [] }
}

export async function accountByEmail(db: Db, email: string): Promise<Account | null> {
  const row = await accountRows(db).where('account.email', '=', plainEmail(email)).executeTakeFirst()
  return row === undefined ? null : { ...row, grants: (await grantsOf(db, row.id)).get(row.id) ?? [] }
}

/** As it is kept and looked for: people type their own address in capitals. */
export const plainEmail = (text: string): string => text.trim().toLowerCase()

export type StatusChange = {
  readonly status: AccountStatus
  readonly at: string
  readonly byName: string
  readonly reason: string | null
}

/** What an account was, latest first. */
export async function statusesOf(db: Db, accountId: number): Promise<StatusChange[]> {
  const rows = await db
    .selectFrom('account_status')
    .select(['status', 'at', 'by_name as byName', 'reason'])
    .where('account_id', '=', accountId)
    .orderBy('number', 'desc')
    .execute()
  return rows
}

const accountRows = (db: Db) =>
  db
    .selectFrom('account')
    .innerJoin('account_status as s', (join) =>
      join
        .onRef('s.account_id', '=', 'account.id')
        .onRef('s.authority_id', '=', 'account.authority_id')
        .on(
          's.number',
          '=',
          sql<number>`(select max(l.number) from account_status l
            where l.authority_id = account.authority_id and l.account_id = account.id)`,
        ),
    )
    .select([
      'account.id',
      'account.email',
      'account.label',
      's.status',
      's.number as statusNumber',
      sql<boolean>`exists (select from account_password p
        where p.authority_id = account.authority_id and p.account_id = account.id)`.as('hasPassword'),
    ])

async function grantsOf(db: Db, accountId: number | null): Promise<Map<number, Grant[]>> {
  let query = db
    .selectFrom('role_grant as g')
    .leftJoin('role_grant_end as e', (join) =>
      join.onRef('e.grant_id', '=', 'g.id').onRef('e.authority_id', '=', 'g.authority_id'),
    )
    .selectAll('g')
    .select('e.ended_on')
    .orderBy('g.from_day')
    .orderBy('g.id')
  if (accountId !== null) query = query.where('g.account_id', '=', accountId)
  const grants = (await query.execute()).map((row) => ({
    accountId: row.account_id,
    id: row.id,
    // Roles are never taken out of the table of roles while rows name them.
    role: row.role as Role,
    unit: { kind: row.unit_kind, code: row.unit_code },
    kind: row.kind,
    from: row.from_day,
    until: row.until_day,
    onBehalfOf: row.on_behalf_of,
    endedOn: row.ended_on,
  }))
  return Map.groupBy(grants, (grant) => grant.accountId)
}
