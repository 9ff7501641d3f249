import { changed, command } from '../../access/command.ts'
import type { Db } from '../../db/database.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Pence } from '../../domain/money.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'

export type MonitoringInput = {
  readonly programme: string
  readonly month: string
  readonly financialYear: string
  readonly services: readonly {
    readonly service: string
    readonly profile: Pence
    readonly spent: Pence
    readonly budget: Pence
    readonly forecast: Pence
    readonly source: string
  }[]
  readonly projects: readonly {
    readonly title: string
    readonly service: string
    readonly spent: Pence
    readonly schemes: readonly string[]
    readonly source: string
  }[]
  readonly controlTotals: readonly ControlTotalInput[]
}

/** Records how a programme stood at the end of a month: by service, by main project, and the totals as printed. */
export const recordCapitalMonitoring = (db: Db, actor: Actor, input: MonitoringInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { programme, month, financialYear, services, projects } = input
    const keys = { authority_id: actor.authorityId, programme, month }
    const subject = `capital/${programme}/${month}`
    const kept = [
      await keepRows(
        db,
        'capital_monitoring',
        ['authority_id', 'programme', 'month', 'service_code'],
        services.map((each) => ({
          ...keys,
          service_code: each.service,
          financial_year: financialYear,
          profile_pence: String(each.profile),
          spent_pence: String(each.spent),
          budget_pence: String(each.budget),
          forecast_pence: String(each.forecast),
          source_ref: each.source,
        })),
      ),
      await keepRows(
        db,
        'capital_project',
        ['authority_id', 'programme', 'month', 'position'],
        projects.map((each, index) => ({
          ...keys,
          position: index + 1,
          service_code: each.service,
          title: each.title,
          spent_pence: String(each.spent),
          source_ref: each.source,
        })),
      ),
      await keepRows(
        db,
        'capital_project_scheme',
        ['authority_id', 'programme', 'month', 'position', 'scheme_code'],
        projects.flatMap((each, index) =>
          each.schemes.map((scheme) => ({ ...keys, position: index + 1, scheme_code: scheme })),
        ),
      ),
      await keepControlTotals(db, actor.authorityId, subject, input.controlTotals),
    ].reduce(bothKept)
    return { result: kept, event: changed(kept, 'capital-monitoring.recorded', subject) }
  })
