import type { OrganisationInput } from '../../organisation/commands.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'

const serviceKinds = {
  service: 'service',
  council_wide: 'council-wide',
  levies: 'levies',
  grants: 'grants',
} as const

export const organisation = (): OrganisationInput => ({
  directorates: shipped('sefton/directorates.csv')
    // 'absent' rows record that a name was looked for in the papers and not found.
    .filter((row) => row.certainty !== 'absent')
    .map((row) => ({
      code: slug(row.directorate ?? ''),
      name: row.directorate ?? '',
      leadRole: orNull(row.lead_role),
      certainty: row.certainty ?? '',
      source: sourceOf(row),
    })),
  services: shipped('sefton/services.csv').map((row) => ({
    code: slug(row.service ?? ''),
    name: row.service ?? '',
    kind: serviceKinds[row.kind as keyof typeof serviceKinds],
    source: sourceOf(row),
  })),
  portfolios: shipped('sefton/portfolios.csv').map((row) => ({
    code: `${slug(row.portfolio ?? '')}-${row.year}`,
    name: row.portfolio ?? '',
    year: row.year ?? '',
    context: row.context ?? '',
    source: sourceOf(row),
  })),
  roles: shipped('sefton/roles.csv').map((row) => ({
    code: slug(row.body ?? ''),
    group: row.group ?? '',
    body: row.body ?? '',
    purpose: row.role ?? '',
    tasks: row.task ?? '',
    responsibility: row.responsibility ?? '',
    source: sourceOf(row),
  })),
})
