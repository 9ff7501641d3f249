import { inAuthority } from '../../db/transaction.ts'
import type { Endpoint } from '../../web/endpoint.ts'
import { measureFor, type RegisteredMeasure, registeredMeasures } from '../queries.ts'

export const measuresEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/v1/measures',
  action: 'measure.view',
  summary: 'The register of measures',
  parameters: [],
  takes: [],
  answers: { 200: 'Every measure with its series.' },
  run: async (db, { actor }) => {
    const measures = await inAuthority(db, actor.authorityId, registeredMeasuresNow)
    return { status: 200, body: { measures: measures.map(shown) } }
  },
}

export const measureEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/v1/measures/:code',
  action: 'measure.view',
  summary: 'One measure',
  parameters: [{ name: 'code', in: 'path', says: 'the measure’s code, such as sm-01' }],
  takes: [],
  answers: { 200: 'The measure with its series.', 404: 'There is no such measure.' },
  run: async (db, { actor, params }) => ({
    status: 200,
    body: shown(await inAuthority(db, actor.authorityId, (db) => measureFor(db, params.code ?? ''))),
  }),
}

const registeredMeasuresNow = (db: Parameters<typeof registeredMeasures>[0]) => registeredMeasures(db)

const shown = ({
  code,
  title,
  definition,
  theme,
  unit,
  goodDirection,
  informationType,
  level,
  owner,
  source,
  series,
}: RegisteredMeasure) => ({
  code,
  title,
  definition,
  theme,
  unit,
  goodDirection,
  informationType,
  level,
  owner,
  source,
  series:
    series === null
      ? null
      : { code: series.code, title: series.title, frequency: series.frequency, match: series.match },
})
