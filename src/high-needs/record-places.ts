import { changed, command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Kept } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { PlaceProject, Provision } from '../domain/high-needs/places.ts'
import { addRevisions } from './add-revisions.ts'

const provisionColumns = [
  ...['position', 'phase', 'school', 'area', 'title', 'kind', 'need', 'places', 'criteria'],
  ...['opens_in', 'source_ref', 'note'],
]
const projectColumns = [
  ...['position', 'school', 'stage', 'title', 'extra_places', 'resulting_places', 'expected', 'status'],
  ...['source_ref', 'note'],
]

/** Records special places at schools. What was said of a provision before is kept. */
export const recordProvisions = (
  db: Db,
  actor: Actor,
  provisions: readonly Omit<Provision, 'illustrative'>[],
): Promise<Kept> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    for (const [index, { school, places }] of provisions.entries())
      refuseCount(index, school, 'places', places)
    const rows = provisions.map(({ opensIn, source, ...each }) => ({
      ...each,
      opens_in: opensIn,
      source_ref: source,
    }))
    const kept = await addRevisions(
      db,
      actor,
      { table: 'send_provision', keys: ['code'], compared: provisionColumns },
      rows,
    )
    return { result: kept, event: changed(kept, 'send-provision.recorded', 'high-needs/places') }
  })

/** Records projects that add special places. What was said of a project before is kept. */
export const recordProjects = (
  db: Db,
  actor: Actor,
  projects: readonly Omit<PlaceProject, 'illustrative'>[],
): Promise<Kept> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    for (const [index, { school, extraPlaces, resultingPlaces }] of projects.entries()) {
      refuseCount(index, school, 'extra places', extraPlaces)
      refuseCount(index, school, 'resulting places', resultingPlaces)
    }
    const rows = projects.map(({ extraPlaces, resultingPlaces, source, ...each }) => ({
      ...each,
      extra_places: extraPlaces,
      resulting_places: resultingPlaces,
      source_ref: source,
    }))
    const kept = await addRevisions(
      db,
      actor,
      { table: 'send_project', keys: ['code'], compared: projectColumns },
      rows,
    )
    return { result: kept, event: changed(kept, 'send-project.recorded', 'high-needs/projects') }
  })

function refuseCount(index: number, school: string, what: string, value: number | null): void {
  if (value !== null && (!Number.isInteger(value) || value < 0))
    throw new Conflict(
      `Row ${index + 1}, ${school}: ${value} ${what} cannot be; give a whole number, 0 or more.`,
    )
}
