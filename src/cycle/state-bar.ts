import type { Progress } from '../domain/cycle/progress.ts'
import { type RequestState, requestStates } from '../domain/cycle/request-state.ts'
import type { DistributionChart, StatusTone } from '../domain/report/chart.ts'

/** How each state is drawn: how far it has come, never whether the figure is good. */
export const stateTones: Readonly<Record<RequestState, StatusTone>> = {
  waiting: 'none',
  'sent-back': 'bad',
  given: 'unjudged',
  confirmed: 'neutral',
  'signed-off': 'close',
  assured: 'good',
}

/** How many requests stand where, as one bar; each part leads to its list. */
export function stateBar(
  title: string,
  { states, total }: Progress,
  hrefOf: ((state: RequestState) => string) | null,
): DistributionChart {
  const parts = states
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => ({
      status: stateTones[state],
      label: lower(requestStates[state].name),
      count,
      ...(hrefOf ? { href: hrefOf(state) } : {}),
    }))
  return {
    kind: 'distribution',
    title: `${title}: ${total}`,
    description: parts.map(({ label, count }) => `${count} ${label}`).join(', '),
    parts,
  }
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
