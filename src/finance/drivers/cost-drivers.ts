import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'

/** That a measure drives a service's budget: what of it ('placements'), and how that is known. */
export type CostDriver = {
  readonly measure: string
  readonly service: string
  readonly drives: string
  readonly basis: string
}

/** Every measure that is tied to a budget now, by service and measure. */
export async function costDrivers(db: Db, knownBy: KnownBy = null): Promise<CostDriver[]> {
  const rows = await db
    .selectFrom('cost_driver')
    .distinctOn(['service_code', 'measure_code'])
    .where(knownUntil('recorded_at', knownBy))
    .select(['measure_code', 'service_code', 'drives', 'basis'])
    .orderBy('service_code')
    .orderBy('measure_code')
    .orderBy('step', 'desc')
    .execute()
  return rows.flatMap(({ measure_code, service_code, drives, basis }) =>
    drives === null ? [] : [{ measure: measure_code, service: service_code, drives, basis }],
  )
}
