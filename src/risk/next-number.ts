import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

type Part =
  | 'risk_statement'
  | 'risk_decision'
  | 'risk_score'
  | 'risk_control'
  | 'risk_action'
  | 'risk_review'
  | 'risk_link'

/** The number of the next row of a risk, counting also those that stand for days still to come. */
export async function nextNumber(db: Db, part: Part, code: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from ${sql.table(part)} where risk_code = ${code}`.execute(db)
  return (rows[0]?.last ?? 0) + 1
}

/** The same of an assurance of a control, or of what is told of an action. */
export async function nextPartNumber(
  db: Db,
  of: 'control' | 'action',
  code: string,
  number: number,
): Promise<number> {
  const table = of === 'control' ? 'risk_control_assurance' : 'risk_action_progress'
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from ${sql.table(table)}
    where risk_code = ${code} and ${sql.ref(`${of}_number`)} = ${number}`.execute(db)
  return (rows[0]?.last ?? 0) + 1
}
