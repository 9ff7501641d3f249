import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { ItemKind, ThreadItem } from '../domain/planning/thread.ts'

export type PlanItem = ThreadItem & {
  readonly plan: string
  readonly detail: string | null
  readonly due: string | null
  readonly source: string
  readonly note: string | null
}

/** Every item of every plan, by its code: the golden thread from the vision down. */
export async function planItems(db: Db): Promise<Map<string, PlanItem>> {
  const rows = await db.selectFrom('plan_item').selectAll().orderBy('kind').orderBy('position').execute()
  return new Map(
    rows.map((row) => [
      row.code,
      {
        code: row.code,
        kind: row.kind satisfies ItemKind,
        title: row.title,
        serves: row.serves_code,
        position: row.position,
        plan: row.plan_code,
        detail: row.detail,
        due: row.due_text,
        source: row.source_ref,
        note: row.note,
      },
    ]),
  )
}

export function planItemFor(items: ReadonlyMap<string, PlanItem>, code: string): PlanItem {
  const found = items.get(code)
  if (found) return found
  throw new NotFound(`There is no item '${code}' in the golden thread.`, [
    { text: 'The golden thread', href: '/thread' },
  ])
}

export type Plan = {
  readonly code: string
  readonly title: string
  readonly level: string
  readonly start: string
  readonly end: string
  readonly source: string
}

export async function plans(db: Db): Promise<Plan[]> {
  const rows = await db.selectFrom('plan').selectAll().orderBy('period_start').execute()
  return rows.map((row) => ({
    code: row.code,
    title: row.title,
    level: row.level,
    start: row.period_start,
    end: row.period_end,
    source: row.source_ref,
  }))
}

/** The corporate plan in force on a day: the one that started last among those that cover it. */
export async function corporatePlanOn(db: Db, day: string): Promise<Plan | null> {
  const covering = (await plans(db)).filter(
    (plan) => plan.level === 'corporate' && plan.start <= day && day < plan.end,
  )
  return covering.at(-1) ?? null
}

/** The priorities of the plan in force on a day, in the plan's order. */
export async function prioritiesOn(db: Db, day: string): Promise<PlanItem[]> {
  const plan = await corporatePlanOn(db, day)
  if (!plan) return []
  return [...(await planItems(db)).values()]
    .filter((item) => item.kind === 'priority' && item.plan === plan.code)
    .sort((a, b) => a.position - b.position)
}

/** Which priority each service's money chiefly serves, and how that is known. */
export const servicePriorities = (db: Db): Promise<{ service: string; priority: string; basis: string }[]> =>
  db
    .selectFrom('service_priority')
    .select(['service_code as service', 'item_code as priority', 'basis'])
    .orderBy('service_code')
    .execute()
