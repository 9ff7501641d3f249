import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'

/** What hangs on risks, each in the order it happened. What was not known by then is left out. */
export async function riskRows(db: Db, knownBy: KnownBy) {
  const known = knownUntil('at', knownBy)
  const risks = await db.selectFrom('risk').selectAll().where(known).orderBy('code').execute()
  const of = <Row extends { readonly risk_code: string }>(rows: readonly Row[]) => {
    const byRisk = Map.groupBy(rows, ({ risk_code }) => risk_code)
    return (code: string): readonly Row[] => byRisk.get(code) ?? []
  }
  return {
    risks,
    statements: of(
      await db.selectFrom('risk_statement').selectAll().where(known).orderBy('number').execute(),
    ),
    decisions: of(await db.selectFrom('risk_decision').selectAll().where(known).orderBy('number').execute()),
    scores: of(
      await db
        .selectFrom('risk_score')
        .selectAll()
        .where(known)
        .orderBy('scored_on')
        .orderBy('number')
        .execute(),
    ),
    controls: of(await db.selectFrom('risk_control').selectAll().where(known).orderBy('number').execute()),
    assurances: of(
      await db.selectFrom('risk_control_assurance').selectAll().where(known).orderBy('number').execute(),
    ),
    actions: of(await db.selectFrom('risk_action').selectAll().where(known).orderBy('number').execute()),
    progress: of(
      await db.selectFrom('risk_action_progress').selectAll().where(known).orderBy('number').execute(),
    ),
    reviews: of(
      await db
        .selectFrom('risk_review')
        .selectAll()
        .where(known)
        .orderBy('reviewed_on')
        .orderBy('number')
        .execute(),
    ),
    links: of(await db.selectFrom('risk_link').selectAll().where(known).orderBy('number').execute()),
  }
}

export type RiskRows = Awaited<ReturnType<typeof riskRows>>
