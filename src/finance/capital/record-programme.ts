import { changed, command } from '../../access/command.ts'
import type { Db } from '../../db/database.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Pence } from '../../domain/money.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'

export type CapitalInput = {
  /** The programme as one meeting saw it: '2024-07'. */
  readonly programme: string
  readonly schemes: readonly {
    code: string
    service: string
    title: string
    source: string
    budget: Readonly<Record<string, Pence>>
  }[]
  readonly controlTotals: readonly ControlTotalInput[]
}

/** Records a capital programme: schemes by service and year, and the totals as the paper printed them. */
export const recordCapitalProgramme = (db: Db, actor: Actor, input: CapitalInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const authority_id = actor.authorityId
    const schemes = input.schemes.map(({ code, service, title, source }, index) => ({
      authority_id,
      code,
      position: index + 1,
      service_code: service,
      title,
      source_ref: source,
    }))
    const budgets = input.schemes.flatMap(({ code, budget }) =>
      Object.entries(budget).map(([financial_year, amount]) => ({
        authority_id,
        programme: input.programme,
        scheme_code: code,
        financial_year,
        amount_pence: String(amount),
      })),
    )
    const subject = `capital/${input.programme}`
    const kept = [
      await keepRows(db, 'capital_scheme', ['authority_id', 'code'], schemes),
      await keepRows(
        db,
        'capital_budget',
        ['authority_id', 'programme', 'scheme_code', 'financial_year'],
        budgets,
      ),
      await keepControlTotals(db, authority_id, subject, input.controlTotals),
    ].reduce(bothKept)
    return { result: kept, event: changed(kept, 'capital-programme.recorded', subject) }
  })
