import { command, permit } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { heldRisk, type OfRisk, unitsOverRisk } from './held-risk.ts'
import { nextRow } from './next-row.ts'
import type { RiskWording } from './risk.ts'
import { statementRow } from './statement-row.ts'

export type RewordInput = OfRisk & {
  readonly wording: RiskWording
  /** Why it is exempt from publication; null where it is not. */
  readonly exemptReason: string | null
  readonly reason: string
}

/** Words a risk anew, gives it to another owner or unit, or makes it exempt. How it was worded before stays. */
export const rewordRisk = (db: Db, actor: Actor, input: RewordInput): Promise<void> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, wording, exemptReason, reason, today } = input
    const risk = await heldRisk(db, actor, input)
    permit(actor, 'risk.keep', { units: await unitsOverRisk(db, wording.unit, today) })
    const changesExemption = exemptReason !== risk.exemptReason
    if (changesExemption) permit(actor, 'exempt.view')
    await db
      .insertInto('risk_statement')
      .values({
        ...(await nextRow(db, actor, risk, 'risk_statement')),
        ...statementRow(wording),
        reason,
      })
      .execute()
    if (changesExemption)
      await db.updateTable('risk').set({ exempt_reason: exemptReason }).where('code', '=', code).execute()
    const details = { exempt: exemptReason !== null }
    return { result: undefined, event: { action: 'risk.reworded', subject: `risk/${code}`, details } }
  })
