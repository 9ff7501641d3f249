import { childrenOf, type ItemKind, itemKinds, pathUp } from '../../domain/planning/thread.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { corporatePlanOn, type PlanItem, planItemFor, planItems, plans } from '../../planning/queries.ts'
import { page } from '../../web/page.ts'
import { type EvaluatedMeasure, evaluatedMeasures, groupStatusOf } from '../evaluations.ts'
import { measureRow } from '../row.ts'
import { measuresTable } from '../scorecard-table.ts'
import { statusBar } from '../status-bar.ts'

export const threadItemPage = page({
  path: '/thread/:item',
  action: 'thread.view',
  template: 'measures/pages/thread-item.njk',
  asAt: true,
  view: async ({ db, actor, params, asAt }) => {
    const items = await planItems(db)
    const item = planItemFor(items, params.item)
    const quarter = await reportingQuarter(db, null, asAt)
    const { areaCode } = await authorityOf(db, actor)
    const links = await db.selectFrom('item_measure').select(['item_code', 'measure_code']).execute()
    const measures = await evaluatedMeasures(db, { area: areaCode, cutOff: quarter.end, knownBy: asAt })
    const plan = (await plans(db)).find(({ code }) => code === item.plan)
    const current = await corporatePlanOn(db, quarter.start)
    const isCurrent = item.kind === 'priority' && item.plan === current?.code
    return threadItemView({ item, items, measures, links, planTitle: plan?.title ?? item.plan, isCurrent })
  },
  title: (view) => view.pageTitle,
  breadcrumbs: (view) => [
    { text: 'Golden thread', href: '/thread' },
    ...view.above.map(({ title, href }) => ({ text: title, href })),
  ],
  tables: (view) => (view.table ? [view.table] : []),
})

type Facts = {
  readonly item: PlanItem
  readonly items: ReadonlyMap<string, PlanItem>
  readonly measures: readonly EvaluatedMeasure[]
  readonly links: readonly { readonly item_code: string; readonly measure_code: string }[]
  readonly planTitle: string
  /** A priority of the plan in force, which has its money and risks too. */
  readonly isCurrent: boolean
}

const shownBelow: readonly ItemKind[] = [
  'vision-theme',
  'core-purpose',
  'core-purpose-element',
  'value',
  'corporate-plan',
  'priority',
  'outcome',
  'success-measure',
  'action',
]

/** One item of the thread: what it serves, what serves it, and the measures that tell how it goes. */
export function threadItemView({ item, items, measures, links, planTitle, isCurrent }: Facts) {
  const link = ({ code, title, kind }: PlanItem) => ({
    title,
    kind: itemKinds[kind],
    href: `/thread/${code}`,
  })
  const measuresOf = (code: string) => {
    const told = new Set(links.filter((each) => each.item_code === code).map((each) => each.measure_code))
    return measures.filter(({ measure }) => measure.serves === code || told.has(measure.code))
  }
  const mine = measuresOf(item.code)
  const below = childrenOf(items.values(), item.code) as PlanItem[]
  const rows = mine.map(measureRow)
  return {
    title: item.title,
    pageTitle: pageTitle(item, items, planTitle),
    kind: itemKinds[item.kind],
    planTitle,
    detail: item.detail,
    due: item.due,
    picture: isCurrent ? `/whole-picture/priorities/${item.code}` : null,
    note: item.note,
    source: item.source,
    above: (pathUp(items, item.code) as PlanItem[]).reverse().map(link),
    servesNothing: item.serves === null && item.kind !== 'vision',
    groups: shownBelow
      .map((kind) => ({
        kind,
        title: plural[kind] ?? itemKinds[kind],
        items: below
          .filter((each) => each.kind === kind)
          .map((each) => ({
            ...link(each),
            detail: each.due ?? (kind === 'core-purpose-element' || kind === 'priority' ? each.detail : null),
            measured: measuresOf(each.code).map(({ measure }) => ({
              title: measure.title,
              href: `/measures/${measure.code}`,
            })),
            broken: (kind === 'outcome' || kind === 'success-measure') && measuresOf(each.code).length === 0,
          })),
      }))
      .filter((group) => group.items.length > 0),
    standing: groupStatusOf(mine).says,
    bar: statusBar(item.title, mine),
    rows,
    table: rows.length > 0 ? measuresTable(item.code, `Measures of ${item.title}`, rows, []) : null,
  }
}

/** Told apart from a measure of the same title by its kind, and from another item by what it serves. */
function pageTitle(item: PlanItem, items: ReadonlyMap<string, PlanItem>, planTitle: string): string {
  const named = `${item.title} (${itemKinds[item.kind].toLowerCase()})`
  const hasNamesake = items
    .values()
    .some(({ code, title, kind }) => code !== item.code && title === item.title && kind === item.kind)
  const above = item.serves === null ? undefined : items.get(item.serves)
  return hasNamesake ? `${named}: ${above?.title ?? planTitle}` : named
}

const plural: Partial<Record<ItemKind, string>> = {
  'vision-theme': 'Themes of the vision',
  'core-purpose-element': 'Its elements',
  value: 'Values',
  'corporate-plan': 'Plans that serve it',
  priority: 'Priorities',
  outcome: 'Outcomes',
  'success-measure': 'How success will be measured',
  action: 'Actions',
}
