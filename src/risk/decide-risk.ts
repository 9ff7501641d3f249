import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Decision, levelText, moveBetween, type RiskLevel } from '../domain/risk/level.ts'
import { heldWhateverItsStatus, type OfRisk } from './held-risk.ts'
import { nextRow } from './next-row.ts'
import type { RiskStanding } from './risk.ts'

export type DecisionInput = OfRisk & {
  /** The level it is to be kept at from now on, or that it is closed or opened again. */
  readonly to: RiskLevel | 'closed' | 'open'
  readonly reason: string
  /** The role or forum that decided. */
  readonly decidedBy: string
}

/** Escalates, de-escalates, closes or opens a risk again, with the reason and who decided. */
export const decideRisk = (db: Db, actor: Actor, input: DecisionInput): Promise<Decision> =>
  command(db, actor, 'risk.decide', async (db) => {
    const { code, to, reason, decidedBy, today } = input
    const risk = await heldWhateverItsStatus(db, actor, 'risk.decide', input)
    const decision = decisionOf(risk, to)
    await db
      .insertInto('risk_decision')
      .values({
        ...(await nextRow(db, actor, risk, 'risk_decision')),
        decision,
        level: to === 'closed' || to === 'open' ? null : to,
        on_day: today,
        reason,
        decided_by: decidedBy,
      })
      .execute()
    const details = { decision, from: risk.level }
    return { result: decision, event: { action: 'risk.decided', subject: `risk/${code}`, details } }
  })

function decisionOf({ level, status }: RiskStanding, to: DecisionInput['to']): Decision {
  if (to === 'open') {
    if (status === 'open') throw new Conflict('This risk is open already.')
    return 'reopened'
  }
  if (status === 'closed') throw new Conflict('This risk is closed. Open it again first.')
  if (to === 'closed') return 'closed'
  const move = moveBetween(level, to)
  if (move === null)
    throw new Conflict(
      `From ${levelText(level).toLowerCase()} to ${levelText(to).toLowerCase()} is neither up nor down. Choose another level.`,
    )
  return move
}
