import { matches } from '../../domain/measures/measure.ts'
import { varianceText } from '../../domain/money.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, sentenceCase, text } from '../../domain/report/cells.ts'
import { type MeasureRow, measureRow } from '../../measures/row.ts'
import type { CouncilPicture } from './picture-facts.ts'
import type { ScopedPicture } from './picture-of.ts'

/** What drives a cost beside the budget that pays for it. */
export function driverTable(
  { drivers, evaluated, budgets }: ScopedPicture,
  { drivers: all }: CouncilPicture,
): Table {
  const measures = new Map(evaluated.map((each) => [each.measure.code, measureRow(each)]))
  return {
    name: 'cost-drivers',
    caption: 'What drives the cost, beside its budget',
    columns: [
      column('measure', 'Measure', 'left', 3),
      column('latest', 'Latest', 'right', 1),
      column('year', 'Over a year', 'left', 2),
      column('drives', 'Drives the cost of', 'left', 2),
      column('variance', 'Forecast of the service', 'left', 2),
      column('basis', 'How this is known', 'left', 2),
    ],
    rows: drivers.map(({ measure, service, drives }) => {
      const row = measures.get(measure)
      const budget = budgets.find((each) => each.service === service)
      const basis = all.find((each) => each.measure === measure && each.service === service)?.basis ?? ''
      return {
        role: 'body',
        cells: [
          text(row?.title ?? measure, `/measures/${measure}`),
          row?.value
            ? { kind: 'number', text: row.value, value: row.exact, source: row.source }
            : text(row?.missing ?? 'Not collected here'),
          text(row?.value ? `${row.travelSays}${related(row)}` : 'Nothing to compare'),
          text(drives),
          text(
            budget ? `${budget.name}: ${sentenceCase(varianceText(budget.variance))}` : 'No position held',
          ),
          text(basis),
        ],
      }
    }),
    notes: [],
  }
}

const related = ({ match }: MeasureRow): string =>
  match === matches.proxy.name ? ' A related statistic, not the measure itself.' : ''
