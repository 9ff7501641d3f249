import type { Role } from '../access/roles.ts'
import { financialQuarter, financialStartYear, financialYear, type Period } from '../period.ts'
import type { CalendarKind } from './calendar-kind.ts'

export const cadences = {
  weekly: 'Every week',
  monthly: 'Every month',
  quarterly: 'Every quarter',
  annual: 'Every year',
  'four-yearly': 'Every four years',
} as const

export type Cadence = keyof typeof cadences

/** Which period an event is about, told from when it is. */
export const coverings = {
  'previous-q4': 'the fourth quarter of the financial year before',
  'previous-year': 'the financial year before',
  q1: 'the first quarter',
  q2: 'the second quarter',
  q3: 'the third quarter',
  'next-year': 'the next financial year',
} as const

export type Covering = keyof typeof coverings

/** Something that the framework has done again and again. What its source does not say is null. */
export type CalendarRule = {
  readonly code: string
  readonly kind: CalendarKind
  readonly title: string
  readonly detail: string | null
  /** Null when the source does not say how often, or not so that dates follow from it. */
  readonly cadence: Cadence | null
  /** How often in the source's own words, where they say more than the cadence. */
  readonly often: string | null
  /**
   * Months (1 to 12), both included, and over the turn of the year when the last is smaller. Annual: from when to when.
   * Monthly: only in these. Four-yearly: by the end of the last month before the cycle begins.
   */
  readonly firstMonth: number | null
  readonly lastMonth: number | null
  /** The year in which a financial year began that was the first of a four-year cycle. */
  readonly cycleStart: number | null
  readonly covers: Covering | null
  readonly forum: string | null
  readonly roles: readonly Role[]
  readonly source: string
  readonly note: string | null
}

/** A rule as it is held: how often it was corrected, and when last. */
export type KeptRule = CalendarRule & { readonly revision: number; readonly changedAt: string }

/** The period that an event beginning on `start` is about. */
export function coveredPeriod(covers: Covering, start: string): Period {
  const year = financialStartYear(start)
  switch (covers) {
    case 'previous-q4':
      return financialQuarter(year - 1, 4)
    case 'previous-year':
      return financialYear(year - 1)
    case 'q1':
      return financialQuarter(year, 1)
    case 'q2':
      return financialQuarter(year, 2)
    case 'q3':
      return financialQuarter(year, 3)
    case 'next-year':
      return financialYear(year + 1)
    default:
      return covers satisfies never
  }
}
