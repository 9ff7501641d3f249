import { itemState, itemStates, testResults } from '../domain/assurance/audit-finding.ts'
import { drawnFor, risks } from '../domain/assurance/draw-sample.ts'
import { rePerformedWords } from '../domain/assurance/re-perform.ts'
import { yearText } from '../domain/financial-year.ts'
import { dayText, periodText } from '../domain/period-text.ts'
import { quantityText } from '../domain/quantity.ts'
import type { Cell, Table } from '../domain/report/blocks.ts'
import type { NamedCandidate } from './queries.ts'
import type { RePerformedItem } from './re-performed.ts'

const column = (key: string, label: string, weight: number, align: 'left' | 'right' = 'left') => ({
  key,
  label,
  align,
  weight,
})
const text = (words: string, href?: string): Cell =>
  href === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, href }

/** Every figure of a year's sample in one line: what was recorded, what came out again, what the evidence showed, what was answered. */
export function sampleTable(year: string, items: readonly RePerformedItem[], today: string): Table {
  return {
    name: `audit-sample-${year}`,
    caption: `The figures of the sample of ${yearText(year)}`,
    columns: [
      column('measure', 'Measure', 5),
      column('period', 'Period', 2),
      column('value', 'Recorded', 2, 'right'),
      column('again', 'Re-performance', 3),
      column('result', 'Evidence', 3),
      column('state', 'Finding', 3),
      column('recomputed', 'Re-performed', 2, 'right'),
      column('materiality', 'Materiality', 2),
      column('due', 'Action by', 2),
      column('drawn', 'Drawn because', 4),
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
  columns: [column('code', 'Code', 1), column('measure', 'Measure', 5), column('risks', 'Risks', 5)],
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
