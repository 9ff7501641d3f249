import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import {
  type DataQualityAttribute,
  type DataQualityJudgement,
  dataQualityAttributes,
  dataQualityJudgements,
} from '../../domain/measures/data-quality-attributes.ts'
import { dataQualityOf } from '../data-quality-judgements.ts'
import { measureFor } from '../queries.ts'
import { instantText } from './instant-text.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type DataQualityInput = {
  readonly measure: string
  readonly attribute: DataQualityAttribute
  readonly judgement: DataQualityJudgement
  readonly says: string
  /** The judgement that was looked at; 0 when there was none. */
  readonly seen: number
}

/** Records how good a measure's data is in one respect, as somebody judged it. */
export const judgeDataQuality = (db: Db, actor: Actor, input: DataQualityInput): Promise<void> =>
  command(db, actor, 'measure.keep', async (db) => {
    await oneAtATime(db)
    const { code } = await measureFor(db, input.measure)
    const { attribute, judgement, says } = input
    const held = (await dataQualityOf(db, code)).get(attribute)
    const name = dataQualityAttributes[attribute].name
    if (held && held.number !== input.seen)
      throw new Conflict(
        `${name} was judged “${dataQualityJudgements[held.judgement].name}” by ${held.recordedBy} on ${instantText(held.recordedAt)}: ${held.says}. You entered “${dataQualityJudgements[judgement].name}”: ${says}.`,
      )
    await db
      .insertInto('data_quality_judgement')
      .values({
        authority_id: actor.authorityId,
        measure_code: code,
        attribute,
        number: (held?.number ?? 0) + 1,
        judgement,
        says: says.trim(),
        recorded_by: actor.name,
        illustrative: actor.illustrative === true,
      })
      .execute()
    return {
      result: undefined,
      event: {
        action: 'measure.data-judged',
        subject: `measure/${code}`,
        details: { attribute, judgement, says },
      },
    }
  })
