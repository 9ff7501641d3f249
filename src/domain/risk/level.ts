/** Where a risk is kept, the highest first. What is kept for a team or a project goes up to a service, then to the council. */
export const riskLevels = {
  corporate: { text: 'Corporate', rank: 3 },
  service: { text: 'Service', rank: 2 },
  team: { text: 'Team', rank: 1 },
  project: { text: 'Project', rank: 1 },
} as const
export type RiskLevel = keyof typeof riskLevels

/** What a risk of which nobody has said a level is called. */
export const NO_LEVEL = 'Level not stated'

export const levelText = (level: RiskLevel | null): string =>
  level === null ? NO_LEVEL : riskLevels[level].text

type Register<Risk> = {
  readonly level: RiskLevel | null
  readonly title: string
  readonly found: readonly Risk[]
}

/** The registers there are, the corporate one first; what is at no level comes last. */
export const byLevel = <Risk extends { readonly level: RiskLevel | null }>(
  risks: readonly Risk[],
): readonly Register<Risk>[] =>
  [...(Object.keys(riskLevels) as RiskLevel[]), null]
    .map((level) => ({
      level,
      title: level === null ? NO_LEVEL : `${riskLevels[level].text} register`,
      found: risks.filter((risk) => risk.level === level),
    }))
    .filter(({ found }) => found.length > 0)

export type Move = 'placed' | 'escalated' | 'de-escalated'

/** What a move from one level to another is; null where it is none. */
export function moveBetween(from: RiskLevel | null, to: RiskLevel): Move | null {
  if (from === null) return 'placed'
  const [before, after] = [riskLevels[from].rank, riskLevels[to].rank]
  if (before === after) return null
  return after > before ? 'escalated' : 'de-escalated'
}

/** What may be decided about a risk, as it is told. */
export const decisions = {
  placed: 'Placed at a level',
  escalated: 'Escalated',
  'de-escalated': 'De-escalated',
  closed: 'Closed',
  reopened: 'Opened again',
} as const
export type Decision = keyof typeof decisions

export type RiskStatus = 'open' | 'closed'

type Decided = { readonly decision: Decision; readonly level: RiskLevel | null }

/** The level at which a risk is kept and whether it is open, from what was decided, in order. */
export function statusAfter(decided: readonly Decided[]): {
  readonly level: RiskLevel | null
  readonly status: RiskStatus
} {
  const last = decided.findLast(({ decision }) => decision === 'closed' || decision === 'reopened')
  return {
    level: decided.findLast(({ level }) => level !== null)?.level ?? null,
    status: last?.decision === 'closed' ? 'closed' : 'open',
  }
}
