import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import { type TestResult, testResults } from '../domain/assurance/audit-finding.ts'
import type { LastAudited } from '../domain/evaluation/readings.ts'
import { dayText } from '../domain/period-text.ts'

type Row = {
  readonly measure_code: string
  readonly financial_year: string
  readonly number: number
  readonly result: TestResult
  readonly day: string
  readonly illustrative: boolean
}

/** Of each measure that was in an audit sample and was tested, the last test known by then. */
export async function lastAudits(db: Db, knownBy: KnownBy): Promise<Map<string, LastAudited>> {
  const { rows } = await sql<Row>`
    select distinct on (i.measure_code) i.measure_code, i.financial_year, i.number, t.result, t.illustrative,
      (t.at at time zone 'Europe/London')::date as day
    from audit_item i
    join audit_test t on t.authority_id = i.authority_id and t.financial_year = i.financial_year and t.item_number = i.number
    where ${knownUntil('t.at', knownBy)}
    order by i.measure_code, t.at desc, t.number desc`.execute(db)
  return new Map(rows.map((row) => [row.measure_code, asLastAudited(row)]))
}

function asLastAudited({ financial_year, number, result, day, illustrative }: Row): LastAudited {
  const year = financial_year.replace('-', '/')
  const shown = illustrative ? ' (illustrative)' : ''
  const says = `Internal audit last tested it in the sample of ${year}, on ${dayText(day)}: ${testResults[result].text.toLowerCase()}${shown}.`
  return { year: financial_year, number, says }
}
