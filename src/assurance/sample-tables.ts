import { itemState, itemStates, testResults } from '../domain/assurance/audit-finding.ts'
import { drawnFor, risks } from '../domain/assurance/draw-sample.ts'
import { rePerformedWords } from '../domain/assurance/re-perform.ts'
import { yearText } from '../domain/financial-year.ts'
import { dayText, periodText } from '../domain/period-text.ts'
import { quantityText } from '../domain/quantity.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import type { NamedCandidate } from './queries.ts'
import type { RePerformedItem } from './re-performed.ts'

/** Every figure of a year's sample in one line: what was recorded, what came out again, what the evidence showed, what was answered. */
export function sampleTable(year: string, items: readonly RePerformedItem[], today: string): Table {
  return {
    name: `audit-sample-${year}`,
    caption: `The figures of the sample of ${yearText(year)}`,
    columns: [
      column('measure', 'Measure', 'left', 5),
      column('period', 'Period', 'left', 2),
      column('value', 'Recorded', 'right', 2),
      column('again', 'Re-performance', 'left', 3),
      column('result', 'Evidence', 'left', 3),
      column('state', 'Finding', 'left', 3),
      column('recomputed', 'Re-performed', 'right', 2),
      column('materiality', 'Materiality', 'left', 2),
      column('due', 'Action by', 'left', 2),
      column('drawn', 'Drawn because', 'left', 4),
    ],
    rows: items.map((item) => {
      const { figure, again, test, response } = item
      const source = `${item.series}, revision ${item.revision}`
      const state = itemStates[itemState({ test, response, isClosed: item.closure !== null }, today)]
      return {
        role: 'body',
        cells: [
          text(item.measure.title, `/audit/samples/${year}/${item.number}`),
          text(periodText(figure.period)),
          {
            kind: 'number',
            text: quantityText(Number(figure.value), figure.unit, figure.decimals),
            value: figure.value,
            source,
          },
          { kind: 'status', ...rePerformedWords[again.kind] },
          test === null
            ? text('Not tested yet')
            : { kind: 'status', text: testResults[test.result].text, tone: testResults[test.result].tone },
          { kind: 'status', ...state },
          { kind: 'number', text: again.recomputed ?? 'none', value: again.recomputed, source },
          text(test?.materiality ?? 'none'),
          text(response?.byWhen ? dayText(response.byWhen) : 'none'),
          text(drawnFor[item.drawnFor]),
        ],
      }
    }),
    notes: [],
  }
}

/** Everything the sample was drawn from, so that it can be drawn again elsewhere. */
export const candidateTable = (year: string, candidates: readonly NamedCandidate[]): Table => ({
  name: `audit-candidates-${year}`,
  caption: `What the sample of ${yearText(year)} was drawn from`,
  columns: [
    column('code', 'Code'),
    column('measure', 'Measure', 'left', 5),
    column('risks', 'Risks', 'left', 5),
  ],
  rows: candidates.map(({ code, title, risks: found }) => ({
    role: 'body',
    cells: [
      text(code, `/measures/${code}`),
      text(title),
      text(found.length === 0 ? 'none' : found.map((risk) => risks[risk]).join('; ')),
    ],
  })),
  notes: [],
})
