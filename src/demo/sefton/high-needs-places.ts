import type { PlaceProject, ProjectStage, Provision } from '../../domain/high-needs/places.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'

/** The papers call a school by several names: those of the projects, as the list of provision has them. */
const schools: Readonly<Record<string, string>> = {
  'Bishop David Shepperd': 'Bishop David Shepperd Primary School',
}

export const provisions = (): Omit<Provision, 'illustrative'>[] =>
  shipped('sefton/high_needs/send_provision.csv').map((row) => ({
    code: slug(`${row.school} ${row.need} ${row.kind}`),
    position: Number(row.order),
    phase: row.phase as Provision['phase'],
    school: schools[row.school ?? ''] ?? row.school ?? '',
    area: row.area ?? '',
    title: row.provision ?? '',
    kind: row.kind ?? '',
    need: row.need ?? '',
    places: Number(row.places),
    criteria: orNull(row.criteria),
    opensIn: orNull(row.opening),
    source: sourceOf(row),
    note: orNull(row.note),
  }))

export const placeProjects = (): Omit<PlaceProject, 'illustrative'>[] =>
  shipped('sefton/high_needs/send_projects.csv').map((row) => ({
    code: `project-${row.order}`,
    position: Number(row.order),
    school: row.school ?? '',
    stage: row.stage as ProjectStage,
    title: row.project_paraphrased ?? '',
    extraPlaces: row.extra_places === '' ? null : Number(row.extra_places),
    resultingPlaces: row.resulting_places === '' ? null : Number(row.resulting_places),
    expected: orNull(row.expected_date),
    status: row.status ?? '',
    source: sourceOf(row),
    note: orNull(row.note),
  }))
