import { distribution, distributionText } from '../../domain/evaluation/distribution.ts'
import {
  type BreakKind,
  breakKinds,
  childrenOf,
  itemKinds,
  type ThreadBreak,
} from '../../domain/planning/thread.ts'
import { column, text } from '../../domain/report/cells.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { type PlanItem, planItems, plans } from '../../planning/queries.ts'
import { page } from '../../web/page.ts'
import { type EvaluatedMeasure, evaluatedMeasures } from '../evaluations.ts'
import { threadBreaksOf } from '../thread-breaks.ts'

export const threadPage = page({
  path: '/thread',
  action: 'thread.view',
  template: 'measures/pages/thread.njk',
  asAt: true,
  view: async ({ db, actor, asAt }) => {
    const quarter = await reportingQuarter(db, null, asAt)
    const authority = await authorityOf(db, actor)
    const measures = await evaluatedMeasures(db, {
      area: authority.areaCode,
      cutOff: quarter.end,
      knownBy: asAt,
    })
    const live = new Set(
      (await plans(db))
        .filter((plan) => plan.start <= quarter.start && quarter.start < plan.end)
        .map(({ code }) => code),
    )
    return threadView(await planItems(db), measures, await threadBreaksOf(db, asAt), live)
  },
  title: 'The golden thread',
})

/** Vision, core purpose, the plans, and under the plan in force each priority with what hangs on it. */
export function threadView(
  items: ReadonlyMap<string, PlanItem>,
  measures: readonly EvaluatedMeasure[],
  breaks: readonly ThreadBreak[],
  live: ReadonlySet<string>,
) {
  const all = [...items.values()]
  const link = ({ code, title, kind }: PlanItem) => ({
    title,
    kind: itemKinds[kind],
    href: `/thread/${code}`,
  })
  const ofKind = (kind: PlanItem['kind']) =>
    all.filter((item) => item.kind === kind).sort((a, b) => a.position - b.position)
  const corporate = ofKind('corporate-plan')
  const inForce =
    corporate.find(({ plan }) => live.has(plan) && plan === latest(corporate, live)) ?? corporate.at(-1)
  const priorities = inForce ? (childrenOf(all, inForce.code) as PlanItem[]) : []
  return {
    title: 'The golden thread',
    vision: ofKind('vision').map(link)[0] ?? null,
    themes: ofKind('vision-theme').map(link),
    purpose: ofKind('core-purpose').map(link)[0] ?? null,
    elements: ofKind('core-purpose-element').map(link),
    plan: inForce ? link(inForce) : null,
    earlierPlans: corporate.filter((item) => item !== inForce).map(link),
    priorities: priorities.map((priority) => {
      const serving = all.filter(({ serves }) => serves === priority.code)
      const count = (kind: PlanItem['kind']) => serving.filter((item) => item.kind === kind).length
      const mine = measures.filter(({ measure }) => measure.serves === priority.code)
      return {
        ...link(priority),
        detail: priority.detail,
        outcomes: count('outcome'),
        actions: count('action'),
        successMeasures: count('success-measure'),
        measures: mine.length,
        standing: distributionText(distribution(mine.map(({ evaluation }) => evaluation.position))),
      }
    }),
    breaks: [...Map.groupBy(breaks, ({ kind }) => kind)].map(([kind, found]) => ({
      title: breakKinds[kind as BreakKind],
      count: found.length,
      href: `/thread/breaks#${kind}`,
    })),
    breakCount: breaks.length,
  }
}

const latest = (plansItems: readonly PlanItem[], live: ReadonlySet<string>): string =>
  plansItems
    .map(({ plan }) => plan)
    .filter((plan) => live.has(plan))
    .sort()
    .at(-1) ?? ''

export const breaksPage = page({
  path: '/thread/breaks',
  action: 'thread.view',
  template: 'measures/pages/breaks.njk',
  asAt: true,
  view: async ({ db, asAt }) => breaksView(await threadBreaksOf(db, asAt)),
  title: 'Breaks in the golden thread',
  breadcrumbs: () => [{ text: 'Golden thread', href: '/thread' }],
  tables: (view) => [view.table],
})

export function breaksView(breaks: readonly ThreadBreak[]) {
  const groups = [...Map.groupBy(breaks, ({ kind }) => kind)].map(([kind, found]) => ({
    kind,
    title: breakKinds[kind],
    count: found.length,
    items: found.map(({ code, title }) => ({ title, href: hrefOf(kind, code) })),
  }))
  return {
    title: 'Breaks in the golden thread',
    lead:
      breaks.length === 0
        ? 'The golden thread is whole.'
        : `${breaks.length} places where the thread is broken.`,
    groups,
    table: {
      name: 'thread-breaks',
      caption: 'Breaks in the golden thread',
      columns: [
        column('kind', 'Break', 'left', 2),
        column('code', 'Code'),
        column('title', 'Item', 'left', 4),
      ],
      rows: breaks.map(({ kind, code, title }) => ({
        role: 'body' as const,
        cells: [breakKinds[kind], code, title].map((words) => text(words)),
      })),
      notes: [],
    },
  }
}

const hrefOf = (kind: BreakKind, code: string): string =>
  kind.startsWith('measure-') ? `/measures/${code}` : `/thread/${code}`
