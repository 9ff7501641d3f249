import { changed, command } from '../../access/command.ts'
import type { Db } from '../../db/database.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { ApprovalRoute } from '../../domain/finance/capital-approval.ts'
import type { Pence } from '../../domain/money.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'

type Line = { readonly title: string; readonly year: string; readonly amount: Pence; readonly source: string }

export type FundingInput = {
  readonly programme: string
  readonly funding: readonly Line[]
  readonly exceptional: readonly Line[]
  readonly carryForward: readonly {
    readonly fromYear: string
    readonly toYear: string
    readonly amount: Pence
    readonly source: string
  }[]
  readonly grants: readonly (Line & { readonly code: string; readonly service: string })[]
  /** What a paper says was assigned. */
  readonly assignments: readonly {
    readonly grant: string
    readonly scheme: string
    readonly amount: Pence
    readonly route: ApprovalRoute
    readonly body: string
    readonly when: string
    readonly source: string
  }[]
  readonly controlTotals: readonly ControlTotalInput[]
}

/** Records what pays for a programme, as a paper prints it: sources, what was carried in, block grants. */
export const recordCapitalFunding = (db: Db, actor: Actor, input: FundingInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { programme } = input
    const authority_id = actor.authorityId
    const keys = { authority_id, programme }
    const line = ({ year, amount, source }: Line, index: number) => ({
      ...keys,
      position: index + 1,
      financial_year: year,
      amount_pence: String(amount),
      source_ref: source,
    })
    const kept = [
      await keepRows(
        db,
        'capital_funding',
        ['authority_id', 'programme', 'position'],
        input.funding.map((each, index) => ({ ...line(each, index), source: each.title })),
      ),
      await keepRows(
        db,
        'capital_exceptional_item',
        ['authority_id', 'programme', 'position'],
        input.exceptional.map((each, index) => ({ ...line(each, index), title: each.title })),
      ),
      await keepRows(
        db,
        'capital_carry_forward',
        ['authority_id', 'programme', 'from_year', 'to_year'],
        input.carryForward.map((each) => ({
          ...keys,
          from_year: each.fromYear,
          to_year: each.toYear,
          amount_pence: String(each.amount),
          source_ref: each.source,
        })),
      ),
      await keepRows(
        db,
        'capital_grant',
        ['authority_id', 'code'],
        input.grants.map((each, index) => ({
          authority_id,
          code: each.code,
          position: index + 1,
          service_code: each.service,
          title: each.title,
          financial_year: each.year,
          amount_pence: String(each.amount),
          source_ref: each.source,
        })),
      ),
      await keepRows(
        db,
        'capital_grant_assignment',
        ['authority_id', 'grant_code', 'number'],
        input.assignments.map((each) => ({
          authority_id,
          grant_code: each.grant,
          number: 1,
          scheme_code: each.scheme,
          amount_pence: String(each.amount),
          approval_route: each.route,
          approval_body: each.body,
          approved_when: each.when,
          source_ref: each.source,
          by_name: actor.name,
          by_role: actor.role,
        })),
      ),
      await keepControlTotals(db, authority_id, `capital/${programme}/funding`, input.controlTotals),
    ].reduce(bothKept)
    return { result: kept, event: changed(kept, 'capital-funding.recorded', `capital/${programme}`) }
  })
