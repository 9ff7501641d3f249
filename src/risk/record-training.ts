import { command, permit } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Unit } from '../domain/access/unit.ts'
import { doneOnFault } from '../domain/risk/refusals.ts'
import { byWhom } from './by-whom.ts'
import { unitsOverRisk } from './held-risk.ts'
import { refuse } from './refuse.ts'

export type TrainingInput = {
  /** The post or role of whoever was trained, never their name. */
  readonly post: string
  readonly unit: Unit | null
  readonly course: string
  readonly accreditedBy: string
  readonly completedOn: string
  readonly today: string
}

/** Records that whoever holds a post completed accredited risk training. */
export const recordRiskTraining = (db: Db, actor: Actor, input: TrainingInput): Promise<void> =>
  command(db, actor, 'risk-training.record', async (db) => {
    const { post, unit, course, accreditedBy, completedOn, today } = input
    permit(actor, 'risk-training.record', { units: await unitsOverRisk(db, unit, today) })
    refuse(doneOnFault(completedOn, today))
    await db
      .insertInto('risk_training')
      .values({
        ...byWhom(actor),
        post,
        unit_kind: unit?.kind ?? null,
        unit_code: unit?.code ?? null,
        course,
        accredited_by: accreditedBy,
        completed_on: completedOn,
      })
      .execute()
    const details = { post, completedOn }
    return {
      result: undefined,
      event: { action: 'risk-training.recorded', subject: 'risk-training', details },
    }
  })
