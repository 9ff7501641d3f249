import { itemState } from '../domain/assurance/audit-finding.ts'
import type { AuditItem } from './items.ts'

/** How far a sample has come. */
export function standingOf(items: readonly AuditItem[], today: string) {
  const states = items.map(({ test, response, closure }) =>
    itemState({ test, response, isClosed: closure !== null }, today),
  )
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length
  return {
    size: items.length,
    tested: items.filter(({ test }) => test !== null).length,
    wrong: items.filter(({ test }) => test?.result === 'error' || test?.result === 'no-evidence').length,
    toAnswer: count('to-answer'),
    open: count('to-answer', 'action-due', 'action-overdue'),
    overdue: count('action-overdue'),
    closed: count('closed'),
  }
}
