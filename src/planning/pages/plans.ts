import { NotFound } from '../../access/refusals.ts'
import { addDays } from '../../domain/period.ts'
import { dayText } from '../../domain/period-text.ts'
import { childrenOf, itemKinds } from '../../domain/planning/thread.ts'
import { page } from '../../web/page.ts'
import { type Plan, type PlanItem, planItems, plans } from '../queries.ts'

const levels: Record<string, string> = {
  vision: 'Vision',
  corporate: 'Corporate plan',
  directorate: 'Directorate service plan',
}

export const plansPage = page({
  path: '/plans',
  action: 'plan.view',
  template: 'planning/pages/plans.njk',
  view: async ({ db }) => ({
    plans: (await plans(db)).reverse().map((plan) => ({
      title: plan.title,
      href: `/plans/${plan.code}`,
      level: levels[plan.level] ?? plan.level,
      period: periodOf(plan),
      source: plan.source,
    })),
  }),
  title: 'Plans',
})

export const planPage = page({
  path: '/plans/:plan',
  action: 'plan.view',
  template: 'planning/pages/plan.njk',
  view: async ({ db, params }) => {
    const all = await plans(db)
    const plan = all.find(({ code }) => code === params.plan)
    if (!plan) {
      const meant = all.map(({ title, code }) => ({ text: title, href: `/plans/${code}` }))
      throw new NotFound(`There is no plan '${params.plan}'.`, meant)
    }
    return planView(
      plan,
      [...(await planItems(db)).values()].filter((item) => item.plan === plan.code),
    )
  },
  title: (view) => view.title,
  breadcrumbs: () => [{ text: 'Plans', href: '/plans' }],
  tables: (view) => [view.table],
})

const periodOf = ({ start, end }: Plan): string => `${dayText(start)} to ${dayText(addDays(end, -1))}`

const kindOrder: readonly PlanItem['kind'][] = ['priority', 'outcome', 'success-measure', 'action']

/** What is to be reached, how that will be told, then what is done for it; each kind in the plan's own order. */
const inReadingOrder = (items: readonly PlanItem[]): PlanItem[] =>
  items.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || a.position - b.position)

/** A plan as it was agreed: every item under the one it serves, in the plan's own order. */
export function planView(plan: Plan, items: readonly PlanItem[]) {
  const codes = new Set(items.map(({ code }) => code))
  const tops = items
    .filter(({ serves }) => serves === null || !codes.has(serves))
    .sort((a, b) => a.position - b.position)
  const lines: {
    depth: number
    kind: string
    title: string
    href: string
    detail: string | null
    item: PlanItem
  }[] = []
  const add = (item: PlanItem, depth: number): void => {
    lines.push({
      depth,
      kind: itemKinds[item.kind],
      title: item.title,
      href: `/thread/${item.code}`,
      detail: item.detail ?? item.due,
      item,
    })
    for (const child of inReadingOrder(childrenOf(items, item.code) as PlanItem[])) add(child, depth + 1)
  }
  for (const top of tops) add(top, 0)
  return {
    title: plan.title,
    caption: `${levels[plan.level] ?? plan.level} · ${periodOf(plan)}`,
    lines: lines.map(({ item: _, ...line }) => ({ ...line, depth: Math.min(line.depth, 4) })),
    source: plan.source,
    table: {
      name: plan.code,
      caption: plan.title,
      columns: ['code', 'kind', 'title', 'serves', 'detail'].map((key) => ({
        key,
        label: key.charAt(0).toUpperCase() + key.slice(1),
        align: 'left' as const,
        weight: 1,
      })),
      rows: lines.map(({ item, kind, title, detail }) => ({
        role: 'body' as const,
        cells: [item.code, kind, title, item.serves ?? '', detail ?? ''].map((text) => ({
          kind: 'text' as const,
          text,
        })),
      })),
      notes: [],
    },
  }
}
