import { progressOf } from '../../domain/cycle/progress.ts'
import { requestStates, stateOrder } from '../../domain/cycle/request-state.ts'
import type { Holder } from '../../domain/cycle/who-acts.ts'
import type { Cell, Table } from '../../domain/report/blocks.ts'
import type { BoardGroup } from '../board-groups.ts'
import type { Cycle } from '../cycles.ts'
import type { CycleRequest } from '../requests.ts'
import { whomToAsk } from '../whom-to-ask.ts'
import { cycleName } from './cycle-words.ts'

/** The board as a table: a row for each unit that answers. */
export function boardTable(
  cycle: Cycle,
  groups: readonly BoardGroup<CycleRequest>[],
  holders: readonly Holder[],
  today: string,
): Table {
  const right = (key: string, label: string) => ({ key, label, align: 'right' as const, weight: 1 })
  const left = (key: string, label: string) => ({ key, label, align: 'left' as const, weight: 3 })
  return {
    name: `completion-${cycle.slug}`,
    caption: `Completion of the cycle of ${cycleName(cycle)}`,
    columns: [
      left('directorate', 'Directorate'),
      left('unit', 'Unit'),
      right('requests', 'Requests'),
      ...stateOrder.map((state) => right(state, requestStates[state].name)),
      right('overdue', 'Overdue'),
      left('ask', 'Whom to ask'),
    ],
    rows: groups.flatMap((group) =>
      group.services.map(({ name, requests }) => {
        const { total, states, overdue } = progressOf(requests, today)
        return {
          role: 'body' as const,
          cells: [
            { kind: 'text' as const, text: group.name },
            { kind: 'text' as const, text: name },
            number(total),
            ...states.map(({ count }) => number(count)),
            number(overdue),
            { kind: 'text' as const, text: whomToAsk(requests, holders, today) ?? 'nobody: all is assured' },
          ],
        }
      }),
    ),
    notes: [],
  }
}

const number = (count: number): Cell => ({
  kind: 'number',
  text: String(count),
  value: String(count),
  source: null,
})
