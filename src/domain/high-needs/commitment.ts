import { addMonths, granularityOf, type Period } from '../period.ts'

/** Something the council said it would report or do by a day. */
export type Commitment = {
  readonly code: string
  readonly position: number
  readonly commitment: string
  /** As printed. */
  readonly due: string
  /** The first day of when it is due and the day after the last; null where it names none. */
  readonly dueFrom: string | null
  readonly dueUntil: string | null
  /** How often it comes round; null when it is this once. */
  readonly everyMonths: number | null
  readonly source: string
}

/** When a commitment is due in a window: once, or as often as it comes round. */
export function occurrences(
  { dueFrom, dueUntil, everyMonths }: Commitment,
  { start, end }: Pick<Period, 'start' | 'end'>,
): Period[] {
  if (dueFrom === null || dueUntil === null) return []
  const found: Period[] = []
  for (let n = 0; ; n++) {
    const [from, until] = [
      addMonths(dueFrom, n * (everyMonths ?? 0)),
      addMonths(dueUntil, n * (everyMonths ?? 0)),
    ]
    if (from >= end || (n > 0 && everyMonths === null)) return found
    if (until > start) found.push({ start: from, end: until, granularity: granularityOf(from, until) })
  }
}

/** The next time it is due from a day on; null when it names no day, or the only one is past. */
export function nextDue(commitment: Commitment, today: string): Period | null {
  const end = addMonths(today, (commitment.everyMonths ?? 0) + 600)
  return occurrences(commitment, { start: today, end })[0] ?? null
}
