import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { publishedIn } from '../../domain/measures/published-in.ts'
import { dayText } from '../../domain/period-text.ts'
import { measureVersions } from '../measure-versions.ts'
import { everyMeasure, measureFor } from '../queries.ts'
import { makeChange, type Outcome, wrong } from './change.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type RetirementInput = {
  readonly measure: string
  /** The first day on which it is no longer in the register. */
  readonly from: string
  readonly reason: string
  readonly agreedBy: string | null
  readonly replacedBy: string | null
}

/** Takes a measure out of the register from a day on. Its past, and the quarters that had ended, keep it. */
export const retireMeasure = (db: Db, actor: Actor, input: RetirementInput): Promise<Outcome> =>
  command(db, actor, 'measure.keep', async (db) => {
    const outcome = await retireMeasureIn(db, actor, input)
    const { measure, from, reason, replacedBy, agreedBy } = input
    const restated = outcome.ok ? outcome.effect.published.map(({ quarter }) => quarter) : []
    const details = { from, reason, replacedBy, agreedBy, restated }
    return {
      result: outcome,
      event: outcome.ok ? { action: 'measure.retired', subject: `measure/${measure}`, details } : null,
    }
  })

export async function retireMeasureIn(db: Db, actor: Actor, input: RetirementInput): Promise<Outcome> {
  await oneAtATime(db)
  const measure = await measureFor(db, input.measure)
  const { retired } = measure
  if (retired)
    throw new Conflict(
      `${measure.title} was retired already, from ${dayText(retired.from)}: ${retired.reason}. You entered ${dayText(input.from)}: ${input.reason}.`,
    )
  const all = await everyMeasure(db)
  const next = all.find(({ code }) => code === input.replacedBy) ?? null
  if (input.replacedBy !== null && (next === null || next.code === measure.code || next.retired !== null))
    return wrong('replacedBy', 'Choose another measure that is in the register')
  const first = (await measureVersions(db, measure.code)).at(-1)?.recordedAt ?? ''
  const instead = next === null ? '' : `; in its place: ${next.title}`
  return makeChange(db, actor, {
    measure: measure.code,
    told: [
      {
        kind: 'retirement',
        period: null,
        was: 'In the register',
        becomes: `Retired from ${dayText(input.from)}${instead}`,
      },
    ],
    publishedIn: (locks) => publishedIn(first, null, locks),
    reason: input.reason,
    agreedBy: input.agreedBy,
    apply: async () => {
      await db
        .insertInto('measure_retirement')
        .values({
          authority_id: actor.authorityId,
          measure_code: measure.code,
          from_day: input.from,
          reason: input.reason.trim(),
          replaced_by: next?.code ?? null,
          recorded_by: actor.name,
          illustrative: actor.illustrative === true,
        })
        .execute()
    },
  })
}
