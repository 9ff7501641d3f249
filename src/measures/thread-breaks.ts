import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import { takesTarget } from '../domain/measures/measure.ts'
import { type ThreadBreak, threadBreaks } from '../domain/planning/thread.ts'
import { planItems } from '../planning/queries.ts'
import { registeredMeasures } from './queries.ts'

/** Where the golden thread is broken, over every plan and the whole register. */
export async function threadBreaksOf(db: Db, knownBy: KnownBy = null): Promise<ThreadBreak[]> {
  const items = [...(await planItems(db)).values()]
  const withTarget = new Set(
    (
      await db.selectFrom('target').select('measure_code').where(knownUntil('recorded_at', knownBy)).execute()
    ).map((row) => row.measure_code),
  )
  const measures = (await registeredMeasures(db, knownBy)).map((measure) => ({
    code: measure.code,
    title: measure.title,
    serves: measure.serves,
    owner: measure.owner,
    hasTarget: withTarget.has(measure.code),
    takesTarget: takesTarget(measure),
  }))
  const measured = new Set(
    (await db.selectFrom('item_measure').select('item_code').execute()).map((row) => row.item_code),
  )
  return threadBreaks(items, measures, measured)
}
