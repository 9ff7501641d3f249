import type { Endpoint } from '../../web/endpoint.ts'
import { measureEndpoint, measuresEndpoint } from './read-measures.ts'
import { sendObservationsEndpoint } from './send-observations.ts'

/** What programs can ask of the measures. */
export const measureEndpoints: readonly Endpoint[] = [
  measuresEndpoint,
  measureEndpoint,
  sendObservationsEndpoint,
]
