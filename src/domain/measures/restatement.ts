/** What can be changed after it was published. */
export const restatementKinds = {
  figure: 'Figure',
  target: 'Target',
  tolerance: 'Tolerance',
  definition: 'Definition',
  owner: 'Owner',
  direction: 'Good direction',
  rebase: 'New start of the chart',
  retirement: 'Retirement',
} as const
export type RestatementKind = keyof typeof restatementKinds

export const isRestatementKind = (text: string): text is RestatementKind =>
  Object.hasOwn(restatementKinds, text)

/** Who must have agreed before it may be changed: the framework sends targets and revised indicators to SLB. */
export const needsAgreement = (kind: RestatementKind): boolean => kind !== 'figure' && kind !== 'owner'
