import type { OrganisationInput } from '#src/organisation/commands.ts'

const service = (code: string, kind: OrganisationInput['services'][number]['kind']) => ({
  code,
  name: code,
  kind,
  source: 'p. 1',
})
/** Two services and the levies: enough of a council for money to belong somewhere. */
export const organisation: OrganisationInput = {
  directorates: [],
  services: [service('adults', 'service'), service('parks', 'service'), service('levies', 'levies')],
  portfolios: [],
  roles: [],
}
