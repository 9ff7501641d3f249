import { command } from '../../access/command.ts'
import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { refuseUnknownServices } from '../services.ts'

/** What of the service's budget the measure drives; `drives` null unties the two. */
export type DriverInput = {
  readonly measure: string
  readonly service: string
  readonly drives: string | null
  readonly basis: string
}

/** Ties measures to the budgets they drive, or unties them: each change a row, what is so already untouched. */
export const tieDrivers = (db: Db, actor: Actor, input: readonly DriverInput[]): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    await hold(db, 'cost-drivers', 'alone')
    const kept = { added: 0, changed: 0, unchanged: 0 }
    for (const each of input) kept[await tie(db, actor, each)] += 1
    const touched = input.map(({ measure, service }) => `${measure}→${service}`)
    return {
      result: kept,
      event:
        kept.added + kept.changed === 0
          ? null
          : { action: 'cost-driver.tied', subject: touched.join(' '), details: { ...kept } },
    }
  })

async function tie(db: Db, actor: Actor, { measure, service, drives, basis }: DriverInput) {
  await refuseUnknownMeasure(db, measure)
  await refuseUnknownServices(db, [service])
  const last = await db
    .selectFrom('cost_driver')
    .select(['step', 'drives', 'basis'])
    .where('measure_code', '=', measure)
    .where('service_code', '=', service)
    .orderBy('step', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isSo = last ? last.drives === drives && (drives === null || last.basis === basis) : drives === null
  if (isSo) return 'unchanged' as const
  await db
    .insertInto('cost_driver')
    .values({
      authority_id: actor.authorityId,
      measure_code: measure,
      service_code: service,
      step: (last?.step ?? 0) + 1,
      drives,
      basis,
      recorded_by: actor.name,
    })
    .execute()
  return last ? ('changed' as const) : ('added' as const)
}

async function refuseUnknownMeasure(db: Db, measure: string): Promise<void> {
  const measures = await db.selectFrom('measure').select('code').where('code', '=', measure).execute()
  if (measures.length === 0)
    throw new NotFound(`There is no measure '${measure}'.`, [{ text: 'Measures', href: '/measures' }])
}
