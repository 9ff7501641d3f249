import { command, permit } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { RiskLevel } from '../domain/risk/level.ts'
import { dueFault } from '../domain/risk/refusals.ts'
import { byWhom } from './by-whom.ts'
import { unitsOverRisk } from './held-risk.ts'
import { refuse } from './refuse.ts'
import type { RiskWording } from './risk.ts'
import { statementRow } from './statement-row.ts'

export type RiskInput = RiskWording & {
  /** 'cr-12': letters, a dash and a number. */
  readonly code: string
  /** Null where nobody has said. */
  readonly level: RiskLevel | null
  readonly levelReason: string | null
  readonly firstReviewDue: string | null
  readonly exemptReason: string | null
  readonly evidence: string | null
  readonly source: string
  readonly today: string
}

/** Adds a risk to the register, at a level where one is said. */
export const addRisk = (db: Db, actor: Actor, input: RiskInput): Promise<string> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, level, firstReviewDue, exemptReason, today } = input
    const units = await unitsOverRisk(db, input.unit, today)
    permit(actor, 'risk.keep', { units })
    if (level === 'corporate') permit(actor, 'risk.decide', { units })
    if (exemptReason !== null) permit(actor, 'exempt.view')
    if (firstReviewDue !== null) refuse(dueFault(firstReviewDue, today))
    const by = byWhom(actor)
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('risk')
      .values({
        authority_id: by.authority_id,
        code,
        first_review_due: firstReviewDue,
        exempt_reason: exemptReason,
        evidence: input.evidence,
        source_ref: input.source,
        recorded_by: actor.name,
        illustrative: by.illustrative,
      })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows)
      throw new Conflict(`The code '${code}' cannot be used. Choose another, such as the next number.`)
    const first = { ...by, risk_code: code, number: 1 }
    await db
      .insertInto('risk_statement')
      .values({ ...first, ...statementRow(input), reason: 'Added to the register' })
      .execute()
    if (level !== null)
      await db
        .insertInto('risk_decision')
        .values({
          ...first,
          decision: 'placed',
          level,
          on_day: today,
          reason: input.levelReason ?? 'Added to the register at this level',
          decided_by: actor.name,
        })
        .execute()
    // The trail is read by roles that may not see what is exempt: it names no more than the code.
    return { result: code, event: { action: 'risk.added', subject: `risk/${code}`, details: { level } } }
  })
