import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { ApprovalRoute } from '../../domain/finance/capital-approval.ts'
import {
  type EstimateDecision,
  type EstimateStanding,
  estimateStanding,
} from '../../domain/finance/capital-estimate.ts'
import type { Pence } from '../../domain/money.ts'
import { exemptThings } from './exemptions.ts'

export type HeldEstimate = {
  readonly id: number
  readonly title: string
  readonly service: string | null
  readonly serviceName: string | null
  readonly scheme: string | null
  readonly amount: Pence
  readonly year: string | null
  readonly funding: string | null
  readonly fundingElsewhere: string | null
  readonly revenueEffect: string | null
  readonly proposedRoute: ApprovalRoute
  readonly proposedWhen: string
  readonly note: string | null
  readonly decision: (EstimateDecision & { readonly by: string }) | null
  readonly standing: EstimateStanding
  readonly exempt: boolean
  readonly by: string | null
  readonly source: string
  readonly illustrative: boolean
}

/** The supplementary estimates: those a paper proposes, in its order, then those raised here. */
export async function supplementaryEstimates(db: Db, knownBy: KnownBy = null): Promise<HeldEstimate[]> {
  const rows = await db
    .selectFrom('supplementary_estimate as e')
    .leftJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'e.authority_id').onRef('s.code', '=', 'e.service_code'),
    )
    .selectAll('e')
    .select('s.name as service_name')
    .where(knownUntil('e.at', knownBy))
    .orderBy('e.paper')
    .orderBy('e.paper_number')
    .orderBy('e.id')
    .execute()
  const steps = await db
    .selectFrom('supplementary_estimate_step')
    .selectAll()
    .where(knownUntil('at', knownBy))
    .orderBy('number')
    .execute()
  const last = new Map(steps.map((step) => [step.estimate_id, step]))
  const exempt = await exemptThings(db, 'estimate')
  return rows.map((row) => {
    const step = last.get(row.id)
    const decision =
      step === undefined
        ? null
        : {
            step: step.step,
            route: step.route,
            body: step.body,
            when: step.decided_when,
            words: step.words,
            by: step.by_name,
          }
    return {
      id: row.id,
      title: row.title,
      service: row.service_code,
      serviceName: row.service_name,
      scheme: row.scheme_code,
      amount: BigInt(row.amount_pence),
      year: row.financial_year,
      funding: row.funding,
      fundingElsewhere: row.funding_elsewhere,
      revenueEffect: row.revenue_effect,
      proposedRoute: row.proposed_route,
      proposedWhen: row.proposed_when,
      note: row.note,
      decision,
      standing: estimateStanding(row.proposed_route, decision),
      exempt: exempt.has(String(row.id)),
      by: row.paper === null ? row.by_name : null,
      source: row.source_ref ?? '',
      illustrative: row.illustrative,
    }
  })
}

export async function estimateFor(db: Db, id: number): Promise<HeldEstimate> {
  const found = (await supplementaryEstimates(db)).find((each) => each.id === id)
  if (found) return found
  throw new NotFound('There is no such supplementary estimate.', [
    { text: 'The latest capital programme', href: '/finance/capital' },
  ])
}
