import { changed, command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import { type Kept, keepRows } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'

export type ForumInput = {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly chair: string | null
  readonly frequency: string | null
  readonly purpose: string | null
  readonly status: string
  readonly source: string
}

/** Records the forums that things can be put to, in order. */
export const recordForums = (db: Db, actor: Actor, forums: readonly ForumInput[]): Promise<Kept> =>
  command(db, actor, 'forum.keep', async (db) => {
    const rows = forums.map(({ source, ...forum }, index) => ({
      authority_id: actor.authorityId,
      ...forum,
      position: index + 1,
      source_ref: source,
    }))
    const kept = await keepRows(db, 'forum', ['authority_id', 'code'], rows)
    return { result: kept, event: changed(kept, 'forum.recorded', 'forums') }
  })
