import type { Slot } from './timeline.ts'

/** A day from which figures are judged afresh: the definition changed, or the process did and that was recorded. */
export type Cut = { readonly at: string; readonly reason: string }

export type Segments = {
  /** The first place of each segment. */
  readonly starts: readonly number[]
  /** Why each began; null for the first. */
  readonly reasons: readonly (string | null)[]
}

/** A cut falls before the first period that begins on its day or later; one before the first figure cuts nothing. */
export function segmentsOf(slots: readonly Slot[], cuts: readonly Cut[]): Segments {
  const reasonAt = new Map<number, string>()
  for (const { at, reason } of cuts) {
    const place = slots.findIndex(({ period }) => period.start >= at)
    if (place > 0) reasonAt.set(place, [reasonAt.get(place), reason].filter(Boolean).join('; '))
  }
  const places = [...reasonAt.keys()].sort((a, b) => a - b)
  return { starts: [0, ...places], reasons: [null, ...places.map((place) => reasonAt.get(place) ?? null)] }
}
