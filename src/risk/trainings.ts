import type { Db } from '../db/database.ts'
import type { Unit } from '../domain/access/unit.ts'

export type RiskTraining = {
  readonly id: number
  readonly post: string
  readonly unit: Unit | null
  readonly course: string
  readonly accreditedBy: string
  readonly completedOn: string
  readonly illustrative: boolean
}

/** The accredited risk training that was recorded, the latest first. */
export async function riskTrainings(db: Db): Promise<RiskTraining[]> {
  const rows = await db
    .selectFrom('risk_training')
    .selectAll()
    .orderBy('completed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    post: row.post,
    unit: row.unit_kind === null ? null : { kind: row.unit_kind, code: row.unit_code ?? '' },
    course: row.course,
    accreditedBy: row.accredited_by,
    completedOn: row.completed_on,
    illustrative: row.illustrative,
  }))
}
