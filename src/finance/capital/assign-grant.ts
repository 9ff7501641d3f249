import { command, type Done } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type ApprovalRoute, whyNotApproved } from '../../domain/finance/capital-approval.ts'
import { type Pence, poundsText } from '../../domain/money.ts'
import { grantFor } from './grants.ts'
import { capitalView } from './queries.ts'
import { schemesOf } from './scheme.ts'

export type AssignInput = {
  readonly grant: string
  readonly programme: string
  /** How many assignments the grant had when the form was shown. */
  readonly seen: number
  readonly scheme: string
  readonly amount: Pence
  readonly route: ApprovalRoute
  readonly body: string
  readonly when: string
}

export type Assigned =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: 'scheme' | 'amount' | 'route'; readonly says: string }

/** Assigns some of a block grant to a scheme of its service, by an approval that may give so much. */
export const assignGrant = (db: Db, actor: Actor, input: AssignInput): Promise<Assigned> =>
  command(db, actor, 'finance.record', async (db): Promise<Done<Assigned>> => {
    await hold(db, `grant ${input.grant}`)
    const grant = await grantFor(db, input.grant)
    if (grant.assignments.length !== input.seen)
      throw new Conflict('Some of this grant was assigned meanwhile. Look at what is left of it first.')
    const refused = (field: 'scheme' | 'amount' | 'route', says: string): Done<Assigned> => ({
      result: { ok: false, field, says },
      event: null,
    })
    const schemes = schemesOf(await capitalView(db, input.programme))
    const scheme = schemes.find(({ code }) => code === input.scheme)
    if (scheme === undefined || scheme.service !== grant.service)
      return refused('scheme', `Choose a scheme of ${grant.serviceName}, to which the grant was given.`)
    const left = grant.amount - grant.assigned
    if (input.amount > left)
      return refused('amount', `${poundsText(left)} of the grant is left to assign. Enter at most that.`)
    const why = whyNotApproved(input.route, input.amount)
    if (why !== null) return refused('route', why)
    await db
      .insertInto('capital_grant_assignment')
      .values({
        authority_id: actor.authorityId,
        grant_code: grant.code,
        number: await nextNumber(db, grant.code),
        scheme_code: scheme.code,
        amount_pence: String(input.amount),
        approval_route: input.route,
        approval_body: input.body,
        approved_when: input.when,
        by_name: actor.name,
        by_role: actor.role,
        by_account_id: actor.accountId ?? null,
        illustrative: actor.illustrative === true,
      })
      .execute()
    return { result: { ok: true }, event: { action: 'grant.assigned', subject: `grant/${grant.code}` } }
  })

async function nextNumber(db: Db, grant: string): Promise<number> {
  const { last } = await db
    .selectFrom('capital_grant_assignment')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('grant_code', '=', grant)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
