import type { Table } from '../../domain/report/blocks.ts'
import { column, number, text } from '../../domain/report/cells.ts'
import type { LinkedRisk } from './linked-risks.ts'

/** The risks of one priority, service or portfolio: the highest first, those never scored last and saying so. */
export function riskTable(risks: readonly LinkedRisk[]): Table {
  const sorted = [...risks].sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  return {
    name: 'risks',
    caption: 'Risks',
    columns: [
      column('risk', 'Risk', 'left', 4),
      column('score', 'Score (of 25)', 'left', 1),
      column('movement', 'Since the last review', 'left', 2),
      column('appetite', 'Appetite', 'left', 2),
      column('actions', 'Open actions', 'right', 1),
    ],
    rows: sorted.map((risk) => ({
      role: 'body',
      cells: [
        text(risk.title, `/risks/${risk.code}`),
        text(`${risk.score ?? 'Not scored'}${risk.illustrative ? ' (illustrative)' : ''}`),
        text(movementText(risk)),
        text(
          risk.aboveAppetite === null
            ? 'Cannot be told'
            : risk.aboveAppetite
              ? 'Above appetite'
              : 'Within appetite',
        ),
        number(risk.openActions, 'Risk register'),
      ],
    })),
    notes: [],
  }
}

function movementText({ score, previous }: LinkedRisk): string {
  if (score === null || previous === null) return 'No earlier score'
  if (score === previous) return `The same, ${score}`
  return score < previous ? `Lowered from ${previous}` : `Raised from ${previous}`
}
