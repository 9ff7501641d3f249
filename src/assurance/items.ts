import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { AuditResponseRow, AuditTestRow } from '../db/schema.ts'
import type { Person } from '../domain/access/same-person.ts'
import type { Materiality, Response, TestResult } from '../domain/assurance/audit-finding.ts'
import type { DrawnFor } from '../domain/assurance/draw-sample.ts'
import type { RecordedFigure } from '../domain/assurance/re-perform.ts'
import { yearText } from '../domain/financial-year.ts'
import type { Aggregation } from '../domain/measures/measure.ts'
import { granularityOf } from '../domain/period.ts'
import type { Unit } from '../domain/quantity.ts'

type Happened = {
  readonly by: Person
  readonly byRole: string
  readonly at: string
  readonly illustrative: boolean
}

export type AuditTest = Happened & {
  readonly number: number
  readonly result: TestResult
  readonly evidence: string
  readonly finding: string | null
  readonly materiality: Materiality | null
  readonly recommendation: string | null
}

export type AuditResponse = Happened & {
  readonly number: number
  readonly response: Response
  readonly action: string
  readonly byWhen: string | null
}

export type AuditItem = {
  readonly number: number
  readonly measure: { readonly code: string; readonly title: string }
  readonly drawnFor: DrawnFor
  readonly series: string
  readonly area: string
  readonly revision: number
  readonly status: string
  readonly recordedBy: string
  readonly recordedAt: string
  readonly figure: RecordedFigure & { readonly value: string }
  /** Every test of it, the last one last; that one counts. */
  readonly tests: readonly AuditTest[]
  readonly test: AuditTest | null
  /** What was answered to that test, the last one last. */
  readonly responses: readonly AuditResponse[]
  readonly response: AuditResponse | null
  readonly closure: (Happened & { readonly words: string }) | null
  readonly illustrative: boolean
}

/** The figures of a year's sample in the order in which they were drawn, each with all that came of it. */
export async function auditItems(db: Db, financialYear: string): Promise<AuditItem[]> {
  const rows = await db
    .selectFrom('audit_item as i')
    .innerJoin('measure as m', (join) =>
      join.onRef('m.authority_id', '=', 'i.authority_id').onRef('m.code', '=', 'i.measure_code'),
    )
    .where('i.financial_year', '=', financialYear)
    .selectAll('i')
    .select('m.title')
    .orderBy('i.number')
    .execute()
  const tests = await db
    .selectFrom('audit_test')
    .selectAll()
    .where('financial_year', '=', financialYear)
    .orderBy('number')
    .execute()
  const responses = await db
    .selectFrom('audit_response')
    .selectAll()
    .where('financial_year', '=', financialYear)
    .orderBy('number')
    .execute()
  const closures = await db
    .selectFrom('audit_closure')
    .selectAll()
    .where('financial_year', '=', financialYear)
    .execute()
  return rows.map((row) => {
    const own = tests.filter((each) => each.item_number === row.number).map(testOf)
    const test = own.at(-1) ?? null
    const ofTest = (each: { item_number: number; test_number: number }) =>
      each.item_number === row.number && each.test_number === test?.number
    const answered = responses.filter(ofTest).map(responseOf)
    const closure = closures.find(ofTest)
    return {
      number: row.number,
      measure: { code: row.measure_code, title: row.title },
      drawnFor: row.drawn_for,
      series: row.series_code,
      area: row.area_code,
      revision: row.revision,
      status: row.status,
      recordedBy: row.recorded_by,
      recordedAt: row.recorded_at,
      figure: {
        period: {
          start: row.period_start,
          end: row.period_end,
          granularity: granularityOf(row.period_start, row.period_end),
        },
        value: row.value,
        numerator: row.numerator,
        denominator: row.denominator,
        // Written from the register's own words on the day it was drawn.
        unit: row.unit as Unit,
        decimals: row.decimals,
        aggregation: row.aggregation as Aggregation,
      },
      tests: own,
      test,
      responses: answered,
      response: answered.at(-1) ?? null,
      closure: closure === undefined ? null : { ...happened(closure), words: closure.words },
      illustrative: row.illustrative,
    }
  })
}

export async function auditItemFor(db: Db, financialYear: string, number: number): Promise<AuditItem> {
  const item = (await auditItems(db, financialYear)).find((each) => each.number === number)
  if (item) return item
  throw new NotFound(`There is no figure of that number in the sample of ${yearText(financialYear)}.`, [
    { text: 'The whole sample', href: `/audit/samples/${financialYear}` },
  ])
}

const happened = (row: {
  by_name: string
  by_role: string
  by_account_id: number | null
  at: string
  illustrative: boolean
}): Happened => ({
  by: { name: row.by_name, accountId: row.by_account_id },
  byRole: row.by_role,
  at: row.at,
  illustrative: row.illustrative,
})

type Selected<Row> = {
  [K in keyof Row]: K extends 'at' ? string : K extends 'illustrative' ? boolean : Row[K]
}

const testOf = (row: Selected<AuditTestRow>): AuditTest => ({
  ...happened(row),
  number: row.number,
  result: row.result,
  evidence: row.evidence,
  finding: row.finding,
  materiality: row.materiality,
  recommendation: row.recommendation,
})

const responseOf = (row: Selected<AuditResponseRow>): AuditResponse => ({
  ...happened(row),
  number: row.number,
  response: row.response,
  action: row.action,
  byWhen: row.by_when,
})
