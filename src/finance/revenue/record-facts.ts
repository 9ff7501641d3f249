import { changed, command } from '../../access/command.ts'
import type { Db } from '../../db/database.ts'
import { type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { PrintedFact } from '../../domain/finance/revenue-facts.ts'
import { refuseUnknownServices } from '../services.ts'
import type { RevenueMonth } from './queries.ts'

export type RevenueFactsInput = RevenueMonth & {
  readonly facts: readonly (PrintedFact & { readonly period: string; readonly source: string })[]
}

/** Records what a paper says beside its statement of a month, as it printed it. */
export const recordRevenueFacts = (db: Db, actor: Actor, input: RevenueFactsInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, month, facts } = input
    await refuseUnknownServices(
      db,
      facts.flatMap(({ service }) => (service === null ? [] : [service])),
    )
    const rows = facts.map(({ service, title, value, unit, period, source }, index) => ({
      authority_id: actor.authorityId,
      financial_year: financialYear,
      month,
      position: index + 1,
      service_code: service,
      title,
      value,
      unit,
      period,
      source_ref: source,
    }))
    const keys = ['authority_id', 'financial_year', 'month', 'position']
    const kept = await keepRows(db, 'revenue_fact', keys, rows)
    return {
      result: kept,
      event: changed(kept, 'revenue-facts.recorded', `revenue/${financialYear}/${month}`),
    }
  })
