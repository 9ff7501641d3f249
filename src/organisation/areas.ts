import { changed, command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import { bothKept, type Kept, keepRows, nothingKept } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'

export type AreaInput = {
  readonly code: string
  readonly name: string
  readonly kind: 'country' | 'region' | 'combined-authority' | 'local-authority' | 'ward'
}

/** Adds areas to the list all councils share. An area already there keeps its name: it is not one council's to change. */
export const recordAreas = (db: Db, actor: Actor, areas: readonly AreaInput[]): Promise<Kept> =>
  command(db, actor, 'area.keep', async (db) => {
    const added = await db
      .insertInto('area')
      .values([...areas])
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning('code')
      .execute()
    const kept = { added: added.length, changed: 0, unchanged: areas.length - added.length }
    return { result: kept, event: changed(kept, 'area.recorded', 'areas') }
  })

export type ComparatorGroupInput = {
  readonly code: string
  readonly name: string
  readonly source: string
  /** Nearest first. */
  readonly areas: readonly string[]
}

/** Records the groups of areas that the council compares itself with. */
export const recordComparatorGroups = (
  db: Db,
  actor: Actor,
  groups: readonly ComparatorGroupInput[],
): Promise<Kept> =>
  command(db, actor, 'area.keep', async (db) => {
    let kept = nothingKept
    for (const { code, name, source, areas } of groups) {
      const authority_id = actor.authorityId
      const group = { authority_id, code, name, source_ref: source }
      const members = areas.map((area_code, index) => ({
        authority_id,
        group_code: code,
        area_code,
        rank: index + 1,
      }))
      kept = bothKept(kept, await keepRows(db, 'comparator_group', ['authority_id', 'code'], [group]))
      kept = bothKept(
        kept,
        await keepRows(db, 'comparator_member', ['authority_id', 'group_code', 'area_code'], members),
      )
    }
    return { result: kept, event: changed(kept, 'comparator-group.recorded', 'comparators') }
  })
