import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Period } from '../domain/period.ts'
import { parseQuarter, periodSlug, periodText } from '../domain/period-text.ts'

/** What the service said of a measure, assured and published when its quarter was locked. */
export type Commentary = {
  readonly measure: string
  readonly quarter: string
  readonly by: string
  readonly givenAt: string
  readonly publishedAt: string
  /** Why no figure could be supplied; null where one was. */
  readonly cannotSupply: string | null
  readonly whatHappened: string | null
  readonly whatWeDo: string | null
  readonly whenRight: string | null
  readonly evidence: readonly { readonly kind: string; readonly says: string; readonly source: string }[]
  readonly illustrative: boolean
}

type Row = {
  quarter: string
  measure_code: string
  number: number
  given_by: string
  given_at: string
  locked_at: string
  cannot_supply: string | null
  what_happened: string | null
  what_we_do: string | null
  when_right: string | null
  illustrative: boolean
}

/**
 * The latest published words on each measure, up to a quarter: only of quarters that were locked by then, only answers that
 * were assured. What has not been signed off is nobody’s business yet.
 */
export async function publishedCommentary(
  db: Db,
  upTo: Period,
  { measure = null, knownBy = null }: { readonly measure?: string | null; readonly knownBy?: KnownBy } = {},
): Promise<Map<string, Commentary>> {
  const { rows } = await sql<Row>`
    select distinct on (a.measure_code) a.quarter, a.measure_code, a.number, a.given_by, a.given_at, l.locked_at,
      a.cannot_supply, a.what_happened, a.what_we_do, a.when_right, a.illustrative
    from cycle_answer a
    join quarter_lock l on l.authority_id = a.authority_id and l.quarter = a.quarter
    join cycle_decision d on d.authority_id = a.authority_id and d.quarter = a.quarter
      and d.measure_code = a.measure_code and d.answer_number = a.number
      and d.step = 'assurance' and d.decision = 'agreed'
    where a.quarter <= ${periodSlug(upTo)} and (${measure}::text is null or a.measure_code = ${measure})
      and ${knownUntil('l.locked_at', knownBy)}
    order by a.measure_code, a.quarter desc, a.number desc`.execute(db)
  const found = await db
    .selectFrom('cycle_evidence')
    .select(['quarter', 'measure_code', 'answer_number', 'kind', 'says', 'source'])
    .where('measure_code', 'in', rows.length === 0 ? [''] : rows.map((row) => row.measure_code))
    .orderBy('position')
    .execute()
  const evidence = Map.groupBy(found, (row) => `${row.measure_code} ${row.quarter} ${row.answer_number}`)
  return new Map(
    rows.map((row) => [
      row.measure_code,
      {
        measure: row.measure_code,
        quarter: quarterNamed(row.quarter),
        by: row.given_by,
        givenAt: row.given_at,
        publishedAt: row.locked_at,
        cannotSupply: row.cannot_supply,
        whatHappened: row.what_happened,
        whatWeDo: row.what_we_do,
        whenRight: row.when_right,
        evidence: (evidence.get(`${row.measure_code} ${row.quarter} ${row.number}`) ?? []).map(
          ({ kind, says, source }) => ({ kind, says, source }),
        ),
        illustrative: row.illustrative,
      },
    ]),
  )
}

function quarterNamed(slug: string): string {
  const parsed = parseQuarter(slug)
  return parsed.ok ? periodText(parsed.value) : slug
}
