import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Candidate, Risk } from '../domain/assurance/draw-sample.ts'
import { yearText } from '../domain/financial-year.ts'

export type AuditSample = {
  readonly financialYear: string
  readonly size: number
  readonly seed: string
  readonly cutOff: string
  readonly withoutFigure: number
  readonly proxies: number
  readonly drawnBy: string
  readonly drawnAt: string
  readonly illustrative: boolean
}

/** The samples that were drawn, the latest year first. */
export async function auditSamples(db: Db): Promise<AuditSample[]> {
  const rows = await db.selectFrom('audit_sample').selectAll().orderBy('financial_year', 'desc').execute()
  return rows.map((row) => ({
    financialYear: row.financial_year,
    size: row.size,
    seed: row.seed,
    cutOff: row.cut_off,
    withoutFigure: row.without_figure,
    proxies: row.proxies,
    drawnBy: row.drawn_by,
    drawnAt: row.drawn_at,
    illustrative: row.illustrative,
  }))
}

export async function auditSampleFor(db: Db, financialYear: string): Promise<AuditSample> {
  const sample = (await auditSamples(db)).find((each) => each.financialYear === financialYear)
  if (sample) return sample
  throw new NotFound(`No audit sample has been drawn for ${yearText(financialYear)}.`, [
    { text: 'The samples there are', href: '/audit/samples' },
  ])
}

export type NamedCandidate = Candidate & { readonly title: string }

/** Everything a year's sample was drawn from, by code, with the risks each had on that day. */
export async function recordedCandidates(db: Db, financialYear: string): Promise<NamedCandidate[]> {
  const rows = await db
    .selectFrom('audit_candidate as c')
    .innerJoin('measure as m', (join) =>
      join.onRef('m.authority_id', '=', 'c.authority_id').onRef('m.code', '=', 'c.measure_code'),
    )
    .where('c.financial_year', '=', financialYear)
    .select(['c.measure_code', 'c.risks', 'm.title'])
    .orderBy('c.measure_code')
    .execute()
  return rows.map(({ measure_code, risks, title }) => ({
    code: measure_code,
    title,
    risks: risks.split(',').filter(Boolean) as Risk[],
  }))
}

export type Check = {
  readonly decision: string
  readonly byName: string
  readonly at: string
  readonly quarter: string
}

/** What business intelligence said when it last assured a figure in a reporting cycle; null where no check is recorded. */
export async function assuranceCheck(
  db: Db,
  { measure, start, end }: { readonly measure: string; readonly start: string; readonly end: string },
): Promise<Check | null> {
  const row = await db
    .selectFrom('cycle_decision as d')
    .innerJoin('cycle_request as r', (join) =>
      join
        .onRef('r.authority_id', '=', 'd.authority_id')
        .onRef('r.quarter', '=', 'd.quarter')
        .onRef('r.measure_code', '=', 'd.measure_code'),
    )
    .where('d.step', '=', 'assurance')
    .where('d.measure_code', '=', measure)
    .where('r.period_start', '=', start)
    .where('r.period_end', '=', end)
    .select(['d.decision', 'd.by_name', 'd.at', 'd.quarter'])
    .orderBy('d.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { decision: row.decision, byName: row.by_name, at: row.at, quarter: row.quarter }
}
