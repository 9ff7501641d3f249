import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { byWhom } from './by-whom.ts'
import type { RiskStanding } from './risk.ts'

type Part =
  | 'risk_statement'
  | 'risk_decision'
  | 'risk_score'
  | 'risk_control'
  | 'risk_action'
  | 'risk_review'
  | 'risk_link'

/** What the next row of a risk begins with: its number, counting also those for days still to come, and who recorded it. */
export const nextRow = async (db: Db, actor: Actor, risk: RiskStanding, part: Part) => {
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from ${sql.table(part)} where risk_code = ${risk.code}`.execute(db)
  return { ...byWhom(actor, risk), risk_code: risk.code, number: (rows[0]?.last ?? 0) + 1 }
}

/** The same of an assurance of a control, or of what is told of an action. */
export const nextPartRow = async (
  db: Db,
  actor: Actor,
  risk: RiskStanding,
  of: 'control' | 'action',
  part: { readonly number: number; readonly illustrative: boolean },
) => {
  const table = of === 'control' ? 'risk_control_assurance' : 'risk_action_progress'
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from ${sql.table(table)}
    where risk_code = ${risk.code} and ${sql.ref(`${of}_number`)} = ${part.number}`.execute(db)
  return { ...byWhom(actor, part), risk_code: risk.code, number: (rows[0]?.last ?? 0) + 1 }
}
