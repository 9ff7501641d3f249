import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type {
  DataQualityAttribute,
  DataQualityJudgement,
} from '../domain/measures/data-quality-attributes.ts'

export type Judged = {
  readonly attribute: DataQualityAttribute
  readonly number: number
  readonly judgement: DataQualityJudgement
  readonly says: string
  readonly recordedAt: string
  readonly recordedBy: string
  readonly illustrative: boolean
}

/** How good a measure's data is, as it was last judged in each respect. */
export async function dataQualityOf(
  db: Db,
  measure: string,
  knownBy: KnownBy = null,
): Promise<Map<DataQualityAttribute, Judged>> {
  const rows = await db
    .selectFrom('data_quality_judgement')
    .distinctOn('attribute')
    .select(['attribute', 'number', 'judgement', 'says', 'recorded_at', 'recorded_by', 'illustrative'])
    .where('measure_code', '=', measure)
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('attribute')
    .orderBy('number', 'desc')
    .execute()
  return new Map(
    rows.map(({ recorded_at, recorded_by, ...row }) => [
      row.attribute,
      { ...row, recordedAt: recorded_at, recordedBy: recorded_by },
    ]),
  )
}
