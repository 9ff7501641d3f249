import type { Role } from '../access/roles.ts'

/** What somebody may raise. */
export const signalKinds = {
  issue: 'Issue',
  question: 'Question',
  'good-news': 'Good news',
  suggestion: 'Suggestion',
} as const
export type SignalKind = keyof typeof signalKinds

export const aboutKinds = {
  measure: 'Measure',
  service: 'Service',
  'plan-item': 'Plan item',
  framework: 'The performance framework',
} as const
export type AboutKind = keyof typeof aboutKinds

/** Where it waits, from below; who answers there, and within how many working days. */
export const levels = {
  'team-leader': { text: 'Team leader', days: 5 },
  'service-manager': { text: 'Service manager', days: 5 },
  'assistant-director': { text: 'Assistant director', days: 10 },
  forum: { text: 'Forum', days: 30 },
} as const
export type Level = keyof typeof levels
export type FirstLevel = Exclude<Level, 'forum'>

/** Working days within which a forum's decision is told to whoever raised it, in words for them. */
export const DAYS_TO_RETURN = 5

export const steps = {
  'taken-up': 'Taken up',
  'passed-up': 'Passed up',
  answered: 'Answered',
  'put-to-forum': 'Put to a forum',
  decided: 'Decided',
  returned: 'Outcome returned',
  settled: 'This answers it',
  'not-settled': 'This does not answer it',
} as const
export type Step = keyof typeof steps

/** The level above; a forum for the assistant director, and none for a forum. */
export const levelAbove = (level: Level): Level | null => {
  const order = Object.keys(levels) as Level[]
  return order[order.indexOf(level) + 1] ?? null
}

/**
 * Where something begins: with the team leader of whoever is at the front, one level up for a manager, and straight with the
 * assistant director for a councillor and everybody else. Where no unit answers for it there is nobody below to ask.
 */
export function firstLevel(role: Role, hasUnit: boolean): FirstLevel {
  if (!hasUnit) return 'assistant-director'
  if (role === 'frontline') return 'team-leader'
  return role === 'service-manager' ? 'service-manager' : 'assistant-director'
}
