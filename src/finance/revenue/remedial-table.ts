import type { RemedialBalance } from '../../domain/finance/revenue-remedial.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, missing, text } from '../../domain/report/cells.ts'
import type { RevenueMonth } from './queries.ts'
import type { RemedialAction } from './remedial.ts'
import { stateStatus, valueText } from './remedial-words.ts'

/** The actions against an overspend, each with what the forecast comes to after it, and what is still to find. */
export function remedialTable(
  { financialYear, month }: RevenueMonth,
  { before, running, afterAll }: RemedialBalance<RemedialAction>,
  source: string,
): Table {
  const row = ({ action, after }: { action: RemedialAction; after: bigint }): Row => ({
    role: 'body',
    cells: [
      text(actionText(action), remedialHref(action)),
      action.value === null ? missing(valueText(action)) : millions(-action.value, action.source),
      millions(after, action.source),
      { kind: 'status', ...stateStatus(action) },
    ],
  })
  const ends = (role: Row['role'], words: string, amount: bigint): Row => ({
    role,
    cells: [text(words), text(''), millions(amount, source), text('')],
  })
  return {
    name: `remedial-actions-${financialYear}-${month}`,
    caption: 'Remedial actions and the balance still to find, £m',
    columns: [
      column('action', 'Action', 'left', 5),
      column('value', 'Effect £m', 'right', 1.2),
      column('after', 'Forecast variance after £m', 'right', 1.4),
      column('state', 'Standing', 'left', 2.4),
    ],
    rows: [
      ends('body', 'Forecast variance before any action', before),
      ...running.map(row),
      ends('total', 'Variance that remains if all of it is approved', afterAll),
    ],
    notes: [
      'An action that is not valued changes no figure. What is stopped, or in the forecast already, is not counted again.',
    ],
  }
}

export const remedialHref = ({
  financialYear,
  number,
}: Pick<RemedialAction, 'financialYear' | 'number'>): string =>
  `/finance/remedial-actions/${financialYear}/${number}`

/** What is to be done, with the service where the words do not say it themselves. */
const actionText = ({ title, serviceName }: RemedialAction): string =>
  serviceName === null || title.includes(serviceName) ? title : `${serviceName}: ${title}`
