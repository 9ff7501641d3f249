import type { Db } from '../../db/database.ts'

export type ImportMade = {
  readonly at: string
  readonly by: string
  readonly file: string
  readonly added: number
  readonly revised: number
  readonly unchanged: number
}

/** The files of figures stored last, latest first. */
export async function latestImports(db: Db, most: number): Promise<ImportMade[]> {
  const rows = await db
    .selectFrom('event')
    .select(['at', 'actor_name', 'details'])
    .where('action', '=', 'observations.imported')
    .orderBy('sequence', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ at, actor_name: by, details }) => {
    // As the command wrote them; older ones may lack what was added since.
    const {
      file = '',
      added = 0,
      revised = 0,
      unchanged = 0,
    } = details as Partial<Omit<ImportMade, 'at' | 'by'>>
    return { at, by, file, added, revised, unchanged }
  })
}
