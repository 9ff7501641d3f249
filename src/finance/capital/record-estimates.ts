import { changed, command } from '../../access/command.ts'
import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { ApprovalRoute } from '../../domain/finance/capital-approval.ts'
import type { Pence } from '../../domain/money.ts'
import { addExemption } from './add-exemption.ts'

type Estimate = {
  readonly title: string
  readonly service: string | null
  readonly scheme: string | null
  readonly amount: Pence
  readonly year: string | null
  readonly funding: string | null
  readonly revenueEffect: string | null
  readonly proposedRoute: ApprovalRoute
  readonly proposedWhen: string
  readonly note: string | null
}

export type PrintedEstimatesInput = {
  /** The paper that proposes them, by its month: '2024-07'. */
  readonly paper: string
  readonly estimates: readonly (Estimate & {
    readonly number: number
    readonly fundingElsewhere: string | null
    readonly source: string
  })[]
}

/** Records the supplementary estimates that a paper proposes. None of them is in the programme by that. */
export const recordPrintedEstimates = (db: Db, actor: Actor, input: PrintedEstimatesInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const kept = await keepRows(
      db,
      'supplementary_estimate',
      ['authority_id', 'paper', 'paper_number'],
      input.estimates.map(({ number, fundingElsewhere, source, ...estimate }) => ({
        ...rowOf(actor, estimate),
        paper: input.paper,
        paper_number: number,
        funding_elsewhere: fundingElsewhere,
        source_ref: source,
      })),
    )
    return { result: kept, event: changed(kept, 'estimates.recorded', `capital/${input.paper}`) }
  })

export type RaiseInput = Estimate & {
  /** Why it is exempt from publication; null when it is not. */
  readonly exemptReason: string | null
}

/** Raises a supplementary estimate, which waits for its approval; gives its number. */
export const raiseEstimate = (db: Db, actor: Actor, input: RaiseInput): Promise<number> =>
  command(db, actor, 'finance.record', async (db) => {
    const { exemptReason, ...estimate } = input
    await schemeAndServiceAgree(db, estimate)
    const { id } = await db
      .insertInto('supplementary_estimate')
      .values(rowOf(actor, estimate))
      .returning('id')
      .executeTakeFirstOrThrow()
    if (exemptReason !== null)
      await addExemption(db, actor, {
        kind: 'estimate',
        code: String(id),
        exempt: true,
        reason: exemptReason,
      })
    return { result: id, event: { action: 'estimate.raised', subject: `estimate/${id}` } }
  })

async function schemeAndServiceAgree(db: Db, { service, scheme }: Estimate): Promise<void> {
  if (scheme === null) return
  const held = await db
    .selectFrom('capital_scheme')
    .select('service_code')
    .where('code', '=', scheme)
    .executeTakeFirst()
  if (held === undefined || held.service_code !== service)
    throw new NotFound('There is no such scheme of that service. Choose one of the list.')
}

const rowOf = (actor: Actor, estimate: Estimate) => ({
  authority_id: actor.authorityId,
  service_code: estimate.service,
  scheme_code: estimate.scheme,
  title: estimate.title,
  amount_pence: String(estimate.amount),
  financial_year: estimate.year,
  funding: estimate.funding,
  revenue_effect: estimate.revenueEffect,
  proposed_route: estimate.proposedRoute,
  proposed_when: estimate.proposedWhen,
  note: estimate.note,
  by_name: actor.name,
  by_role: actor.role,
  by_account_id: actor.accountId ?? null,
  illustrative: actor.illustrative === true,
})
