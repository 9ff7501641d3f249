export const itemKinds = {
  vision: 'Vision',
  'vision-theme': 'Vision theme',
  'core-purpose': 'Core purpose',
  'core-purpose-element': 'Core purpose element',
  value: 'Value',
  'corporate-plan': 'Corporate plan',
  priority: 'Priority',
  outcome: 'Outcome',
  action: 'Action',
  'success-measure': 'Success measure',
} as const
export type ItemKind = keyof typeof itemKinds

export type ThreadItem = {
  readonly code: string
  readonly kind: ItemKind
  readonly title: string
  readonly serves: string | null
  readonly position: number
}

export type ThreadMeasure = {
  readonly code: string
  readonly title: string
  readonly serves: string | null
  readonly owner: string | null
  readonly hasTarget: boolean
  readonly takesTarget: boolean
}

/** From the item itself up to the vision, nearest first. Stops, rather than turning for ever, if items serve in a ring. */
export function pathUp(items: ReadonlyMap<string, ThreadItem>, code: string): ThreadItem[] {
  const path: ThreadItem[] = []
  const seen = new Set<string>()
  let next = items.get(code)?.serves ?? null
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const item = items.get(next)
    if (!item) break
    path.push(item)
    next = item.serves
  }
  return path
}

/** What serves an item directly, in order. */
export const childrenOf = (items: Iterable<ThreadItem>, code: string | null): ThreadItem[] =>
  [...items].filter((item) => item.serves === code).sort((a, b) => a.position - b.position)

export const breakKinds = {
  'serves-nothing': 'Serves nothing above it',
  'outcome-without-measure': 'Outcomes with no measure',
  'success-measure-without-measure': 'Success measures with no measure behind them',
  'measure-without-owner': 'Measures with no owner',
  'measure-without-target': 'Measures with no target',
} as const
export type BreakKind = keyof typeof breakKinds

export type ThreadBreak = {
  readonly kind: BreakKind
  readonly code: string
  readonly title: string
  readonly says: string
}

/** Only the vision may stand at the top. */
const mayStandAlone: readonly ItemKind[] = ['vision']

/**
 * Where the golden thread is broken. `measuredItems` are the codes of items that have a measure of their own.
 */
export function threadBreaks(
  items: readonly ThreadItem[],
  measures: readonly ThreadMeasure[],
  measuredItems: ReadonlySet<string>,
): ThreadBreak[] {
  return [
    ...items.filter((item) => item.serves === null && !mayStandAlone.includes(item.kind)).map(servesNothing),
    ...measures.filter((measure) => measure.serves === null).map(servesNothing),
    ...items
      .filter((i) => i.kind === 'outcome' && !measuredItems.has(i.code))
      .map(itemBreak('outcome-without-measure', 'has no measure, so nobody can say whether it is reached')),
    ...items
      .filter((i) => i.kind === 'success-measure' && !measuredItems.has(i.code))
      .map(itemBreak('success-measure-without-measure', 'has no measure of the register behind it')),
    ...measures
      .filter((m) => m.owner === null)
      .map(itemBreak('measure-without-owner', 'has nobody named to answer for it')),
    ...measures
      .filter((m) => m.takesTarget && !m.hasTarget)
      .map(itemBreak('measure-without-target', 'has no target, so it cannot be on or off track')),
  ]
}

const servesNothing = ({ code, title }: { code: string; title: string }): ThreadBreak => ({
  kind: 'serves-nothing',
  code,
  title,
  says: `${title} serves nothing above it.`,
})

const itemBreak =
  (kind: BreakKind, words: string) =>
  ({ code, title }: { code: string; title: string }): ThreadBreak => ({
    kind,
    code,
    title,
    says: `${title} ${words}.`,
  })
