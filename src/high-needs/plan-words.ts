import { counted } from '../domain/counted.ts'
import { recoverySummary } from '../domain/high-needs/recovery.ts'
import { poundsMillionText } from '../domain/money.ts'

/** What the plan comes to, beside what the model takes mitigations to be worth. */
export function planWords(
  actions: Parameters<typeof recoverySummary>[0],
  today: string,
  planned: bigint,
): { lead: string; worth: string } {
  const { actions: count, workstreams, valued, value, overdue } = recoverySummary(actions, today)
  if (count === 0) return { lead: 'No action is recorded.', worth: '' }
  const past = overdue === 0 ? '' : ` The dates of ${overdue} are past, and nothing says what came of them.`
  const behind = `the ${poundsMillionText(planned)} a year that the model takes mitigations to be worth in full effect, so that the council’s forecast of them comes out`
  return {
    lead: `${counted(count, 'action')} in ${counted(workstreams, 'workstream')}; ${valued === 0 ? 'none states' : counted(valued, 'states', 'state')} what it saves.${past}`,
    worth:
      valued === 0
        ? `No action with a value stands behind ${behind}.`
        : `The values stated add up to ${poundsMillionText(value)} in a full year, against ${behind}.`,
  }
}
