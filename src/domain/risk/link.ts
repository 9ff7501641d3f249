/** What a risk threatens, or where it is told of. Money is found by the service whose budget it is. */
export const linkKinds = {
  'plan-item': 'The plan',
  measure: 'Measure',
  service: 'Service and its budget',
  paper: 'Committee paper',
} as const
export type LinkKind = keyof typeof linkKinds
