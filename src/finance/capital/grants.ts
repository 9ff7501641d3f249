import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { Approval } from '../../domain/finance/capital-approval.ts'
import { type Pence, sumPence } from '../../domain/money.ts'

export type GrantAssignment = {
  readonly scheme: string
  readonly schemeTitle: string
  readonly amount: Pence
  readonly approval: Approval
  readonly by: string | null
  readonly source: string
  readonly illustrative: boolean
}

export type HeldGrant = {
  readonly code: string
  readonly title: string
  readonly service: string
  readonly serviceName: string
  readonly year: string
  readonly amount: Pence
  readonly assignments: readonly GrantAssignment[]
  readonly assigned: Pence
  readonly source: string
}

/** The block grants, and how much of each is known to be assigned to schemes. */
export async function capitalGrants(db: Db, knownBy: KnownBy = null): Promise<HeldGrant[]> {
  const rows = await db
    .selectFrom('capital_grant as g')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'g.authority_id').onRef('s.code', '=', 'g.service_code'),
    )
    .selectAll('g')
    .select('s.name')
    .orderBy('g.position')
    .execute()
  const held = await db
    .selectFrom('capital_grant_assignment as a')
    .innerJoin('capital_scheme as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.code', '=', 'a.scheme_code'),
    )
    .selectAll('a')
    .select('c.title')
    .where(knownUntil('a.at', knownBy))
    .orderBy('a.number')
    .execute()
  const byGrant = Map.groupBy(held, (each) => each.grant_code)
  return rows.map((row) => {
    const assignments = (byGrant.get(row.code) ?? []).map((each) => ({
      scheme: each.scheme_code,
      schemeTitle: each.title,
      amount: BigInt(each.amount_pence),
      approval: { route: each.approval_route, body: each.approval_body, when: each.approved_when },
      by: each.source_ref === null ? each.by_name : null,
      source: each.source_ref ?? '',
      illustrative: each.illustrative,
    }))
    return {
      code: row.code,
      title: row.title,
      service: row.service_code,
      serviceName: row.name,
      year: row.financial_year,
      amount: BigInt(row.amount_pence),
      assignments,
      assigned: sumPence(assignments.filter((each) => !each.illustrative).map(({ amount }) => amount)),
      source: row.source_ref,
    }
  })
}

export async function grantFor(db: Db, code: string): Promise<HeldGrant> {
  const found = (await capitalGrants(db)).find((each) => each.code === code)
  if (found) return found
  throw new NotFound('There is no such block grant.', [
    { text: 'The latest capital programme', href: '/finance/capital' },
  ])
}
