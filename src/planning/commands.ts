import { changed, command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import { bothKept, type Kept, keepRows } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Period } from '../domain/period.ts'
import type { ItemKind } from '../domain/planning/thread.ts'

export type PlanInput = {
  readonly code: string
  readonly title: string
  readonly level: 'vision' | 'corporate' | 'directorate' | 'operational' | 'team'
  readonly period: Period
  readonly source: string
  /** An item stands after the one it serves. */
  readonly items: readonly PlanItemInput[]
}

export type PlanItemInput = {
  readonly code: string
  readonly kind: ItemKind
  readonly serves: string | null
  readonly position: number
  readonly title: string
  readonly detail?: string | null
  readonly due?: string | null
  readonly source: string
  readonly note?: string | null
}

/** Records a plan and its items, each naming the item above it that it serves. */
export const recordPlan = (db: Db, actor: Actor, plan: PlanInput): Promise<Kept> =>
  command(db, actor, 'plan.keep', async (db) => {
    const authority_id = actor.authorityId
    const planRow = {
      authority_id,
      code: plan.code,
      title: plan.title,
      level: plan.level,
      period_start: plan.period.start,
      period_end: plan.period.end,
      source_ref: plan.source,
    }
    const items = plan.items.map((item) => ({
      authority_id,
      code: item.code,
      plan_code: plan.code,
      kind: item.kind,
      serves_code: item.serves,
      position: item.position,
      title: item.title,
      detail: item.detail ?? null,
      due_text: item.due ?? null,
      source_ref: item.source,
      note: item.note ?? null,
    }))
    const key = ['authority_id', 'code']
    const kept = bothKept(
      await keepRows(db, 'plan', key, [planRow]),
      await keepRows(db, 'plan_item', key, items),
    )
    return { result: kept, event: changed(kept, 'plan.recorded', `plan/${plan.code}`) }
  })

export type ServicePriorityInput = {
  readonly service: string
  readonly priority: string
  /** How it is known: stated by a paper, the same name, or matched by subject. */
  readonly basis: string
}

/** Records which priority each service's money chiefly serves. */
export const linkServices = (db: Db, actor: Actor, links: readonly ServicePriorityInput[]): Promise<Kept> =>
  command(db, actor, 'plan.keep', async (db) => {
    const rows = links.map(({ service, priority, basis }) => ({
      authority_id: actor.authorityId,
      service_code: service,
      item_code: priority,
      basis,
    }))
    const kept = await keepRows(db, 'service_priority', ['authority_id', 'service_code'], rows)
    return { result: kept, event: changed(kept, 'service.priority-linked', 'services') }
  })
