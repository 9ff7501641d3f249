import type { ForumInput } from '../../signals/forum-commands.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'

/** The forums that the papers name, in their order. */
export const forums = (): ForumInput[] =>
  shipped('sefton/forums.csv').map((row) => ({
    code: slug(row.forum ?? ''),
    name: row.forum ?? '',
    kind: row.kind ?? '',
    chair: orNull(row.chair_or_lead_role),
    frequency: orNull(row.frequency),
    purpose: orNull(row.purpose_paraphrased),
    status: row.status ?? '',
    source: sourceOf(row),
  }))
