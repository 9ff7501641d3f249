import { addDays, type Period } from '../period.ts'

/** When a quarter was locked: what it showed is published from then on. */
export type Lock = {
  /** '2024-25-q1'. */
  readonly quarter: string
  readonly period: Period
  /** As the database gives instants: UTC with six decimals, which sort as text. */
  readonly lockedAt: string
  /** Locked only to show the product: so are the restatements of what it showed. */
  readonly illustrative?: boolean
}

/**
 * The locked quarters that had shown something, earliest first. It was recorded at `recordedAt`; it can be shown by
 * quarters that end on `shownBy` or later, and by every quarter when that is null.
 */
export const publishedIn = (
  recordedAt: string,
  shownBy: string | null,
  locks: readonly Lock[],
): readonly Lock[] =>
  locks
    .filter(({ lockedAt, period }) => recordedAt <= lockedAt && (shownBy === null || shownBy <= period.end))
    .toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1))

/** A figure is shown once its period has ended. */
export const figureShownBy = ({ end }: Period): string => end

/** A target is held against figures from the first that falls in its period. */
export const targetShownBy = ({ start }: Period): string => addDays(start, 1)
