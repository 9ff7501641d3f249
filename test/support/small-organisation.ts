import { recordMeasures } from '#src/measures/commands.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import type { Ending } from './database.ts'
import { type SmallCouncil, smallCouncil } from './small-council.ts'

const source = 'p. 1'

/** A small council with two directorates, two services, a portfolio and two measures, of which nothing is placed. */
export async function smallOrganisation(test: Ending): Promise<SmallCouncil> {
  const council = await smallCouncil(test)
  const { database, keeper } = council
  await recordOrganisation(database.db, keeper, {
    directorates: ['People', 'Places'].map((name) => ({
      code: name.toLowerCase(),
      name,
      leadRole: null,
      certainty: 'named',
      source,
    })),
    services: ['Housing', 'Parks'].map((name) => ({
      code: name.toLowerCase(),
      name,
      kind: 'service',
      source,
    })),
    portfolios: [{ code: 'homes', name: 'Homes', year: '2024-25', context: 'Cabinet', source }],
    roles: [],
  })
  await recordMeasures(
    database.db,
    keeper,
    ['Empty homes', 'Parks in good order'].map((title, index) => ({
      code: `m-${index + 1}`,
      position: index + 1,
      title,
      theme: 'Homes',
      positionInTheme: index + 1,
      serves: null,
      unit: 'count',
      goodDirection: 'low',
      informationType: 'key-result',
      level: 'strategic',
      ownerRole: null,
      metricResponsibility: null,
      dataOfficer: null,
      source,
      note: null,
    })),
  )
  return council
}
