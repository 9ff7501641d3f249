import { can } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { nextAsked } from '../../domain/cycle/next-asked.ts'
import { weekdayText } from '../../domain/cycle/owed-words.ts'
import { periodText } from '../../domain/period-text.ts'
import type { Cycle } from '../cycles.ts'
import type { OpenRequest } from '../open-requests.ts'

/** Why nothing is owed, and when something next will be. */
export function nothingOwed(
  actor: Actor,
  cycles: readonly Cycle[],
  answers: readonly OpenRequest[],
  today: string,
): readonly [says: string, dates: string | null] {
  const may = can(actor, 'cycle.answer')
  if (!may.allowed) return ['You are asked for no figures.', may.reason]
  const next = nextAsked(cycles[0]?.quarter ?? null, today)
  const dates = `The next figures, those of ${periodText(next.quarter)}, will be due about ${weekdayText(next.due, today)}.`
  if (answers.length > 0) return ['You owe nothing: all your answers are in. Thank you.', dates]
  return cycles.some(({ lock }) => lock === null)
    ? ['You owe nothing: no measure that is asked about now is yours.', dates]
    : ['You owe nothing. No figures are being asked for at the moment.', dates]
}
