import type { Db } from '../db/database.ts'
import { type RePerformed, rePerform } from '../domain/assurance/re-perform.ts'
import { observationsOf } from '../measures/observations.ts'
import type { AuditItem } from './items.ts'

export type RePerformedItem = AuditItem & { readonly again: RePerformed }

/** Sampled figures worked out again from what was known on the day the sample was drawn. */
export async function rePerformed(
  db: Db,
  items: readonly AuditItem[],
  drawnOn: string,
): Promise<RePerformedItem[]> {
  const of = (each: (item: AuditItem) => string) => [...new Set(items.map(each))]
  const held = await observationsOf(
    db,
    of(({ series }) => series),
    of(({ area }) => area),
    drawnOn,
  )
  return items.map((item) => ({
    ...item,
    again: rePerform(
      item.figure,
      held.filter(({ series, area }) => series === item.series && area === item.area),
    ),
  }))
}
