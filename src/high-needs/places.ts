import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { PlaceProject, Provision } from '../domain/high-needs/places.ts'

/** Special places by school as they were last recorded, in the order of the paper. */
export async function provisionsOf(db: Db, knownBy: KnownBy = null): Promise<Provision[]> {
  const rows = await db
    .selectFrom('send_provision')
    .distinctOn('code')
    .where(knownUntil('recorded_at', knownBy))
    .selectAll()
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute()
  return rows
    .map(({ opens_in, source_ref, ...row }) => ({ ...row, opensIn: opens_in, source: source_ref }))
    .toSorted((a, b) => a.position - b.position)
}

/** Projects that add places as they were last recorded, in the order of the paper. */
export async function projectsOf(db: Db, knownBy: KnownBy = null): Promise<PlaceProject[]> {
  const rows = await db
    .selectFrom('send_project')
    .distinctOn('code')
    .where(knownUntil('recorded_at', knownBy))
    .selectAll()
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute()
  return rows
    .map(({ extra_places, resulting_places, source_ref, ...row }) => ({
      ...row,
      extraPlaces: extra_places,
      resultingPlaces: resulting_places,
      source: source_ref,
    }))
    .toSorted((a, b) => a.position - b.position)
}
