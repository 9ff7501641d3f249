import type { Role } from '../access/roles.ts'
import type { Period } from '../period.ts'
import type { CalendarKind } from './calendar-kind.ts'
import type { Cadence } from './calendar-rule.ts'
import { addWorkingDays } from './working-days.ts'

/** One date of the calendar, wherever it comes from: a rule, a revision of the framework, a deadline of a reporting cycle. */
export type DatedItem = {
  /** The same for ever for the same thing, also when its date moves: other calendars know it by this. */
  readonly key: string
  readonly kind: CalendarKind
  readonly title: string
  /** A day (granularity 'moment'), or the period some time in which it falls. */
  readonly when: Period
  readonly about: Period | null
  /** Whose it is; nobody's when empty. */
  readonly roles: readonly Role[]
  readonly forum: string | null
  readonly detail: string | null
  readonly note: string | null
  /** Where it is done or read about: '/cycles/2024-25-q1'. */
  readonly href: string | null
  readonly source: string | null
  /** How often it comes round; null when it is this once. */
  readonly cadence: Cadence | null
  /** Nought at first, and one more each time that anything of it is changed. */
  readonly revision: number
  /** When it was last changed, in UTC. */
  readonly changedAt: string
  readonly illustrative: boolean
}

/** The day by which it is due: what is some time in a period is due by the last working day of it. */
export const dueDay = ({ when }: Pick<DatedItem, 'when'>): string =>
  when.granularity === 'moment' ? when.start : addWorkingDays(when.end, -1)

/** In order of when they begin; the longer of two that begin together comes first. */
export const inOrder = (items: readonly DatedItem[]): DatedItem[] =>
  items.toSorted(
    (a, b) =>
      byText(a.when.start, b.when.start) || byText(b.when.end, a.when.end) || byText(a.title, b.title),
  )

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type Wanted = {
  /** Null for everybody's. */
  readonly roles: readonly Role[] | null
  readonly kind: CalendarKind | null
}

export const isWanted = (
  { roles, kind }: { readonly roles: readonly Role[]; readonly kind: CalendarKind },
  wanted: Wanted,
): boolean =>
  (wanted.kind === null || wanted.kind === kind) &&
  (wanted.roles === null || wanted.roles.some((role) => roles.includes(role)))

/** What comes round so often that it is said once and not in every month. */
export const isStanding = (cadence: Cadence | null): boolean =>
  cadence === 'weekly' || cadence === 'monthly' || cadence === 'quarterly'

/** The next dates of some roles from a day on. What comes every week or month is known without being told. */
export const nextOf = (
  items: readonly DatedItem[],
  { roles, today, count }: { roles: readonly Role[]; today: string; count: number },
): DatedItem[] =>
  items
    .filter((item) => isWanted(item, { roles, kind: null }) && dueDay(item) >= today)
    .filter(({ cadence }) => cadence !== 'weekly' && cadence !== 'monthly')
    .toSorted((a, b) => byText(dueDay(a), dueDay(b)) || byText(a.title, b.title))
    .slice(0, count)
