import { type SavingStanding, savingsTotal } from '../../domain/finance/saving.ts'
import { monthText } from '../../domain/financial-year.ts'
import type { Pence } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, missing, text } from '../../domain/report/cells.ts'
import type { SavingProgramme } from './savings.ts'

/** The savings of a year by programme: planned, delivered, still to deliver and at risk. */
export function savingsTable(financialYear: string, programmes: readonly SavingProgramme[]): Table {
  const source = programmes[0]?.source ?? ''
  const cells = (
    { planned, delivered, stillToDeliver, atRisk }: SavingStanding,
    from: string,
    isReported: boolean,
  ): Cell[] => [
    millions(planned, from),
    isReported ? millions(delivered, from) : missing('Not reported'),
    millions(stillToDeliver, from),
    atRisk === null ? missing('Not stated') : millions(atRisk, from),
  ]
  const row = (programme: SavingProgramme): Row => {
    const last = programme.progress.at(-1)
    return {
      role: 'body',
      cells: [
        text(`${programme.serviceName}: ${programme.title}`, savingHref(programme)),
        ...cells(programme.standing, programme.source, last !== undefined),
        text(last === undefined ? 'Nothing reported yet' : monthText(last.month)),
      ],
    }
  }
  const total = savingsTotal(programmes.map(({ standing }) => standing))
  return {
    name: `savings-${financialYear}`,
    caption: 'Savings planned, delivered, still to deliver and at risk, £m',
    columns: [
      column('programme', 'Programme', 'left', 4.5),
      column('planned', 'Planned £m', 'right', 1.2),
      column('delivered', 'Delivered £m', 'right', 1.3),
      column('still', 'Still to deliver £m', 'right', 1.4),
      column('risk', 'Of that, at risk £m', 'right', 1.4),
      column('to', 'To the end of', 'left', 1.4),
    ],
    rows: [
      ...programmes.map(row),
      { role: 'total', cells: [text('All programmes'), ...cells(total, source, true), text('')] },
    ],
    notes: [
      'Still to deliver is planned less delivered, computed here. A programme that has not reported counts as not delivered.',
    ],
  }
}

export const savingHref = ({
  financialYear,
  code,
}: Pick<SavingProgramme, 'financialYear' | 'code'>): string => `/finance/savings/${financialYear}/${code}`

/** How much of what was planned is delivered, as a whole percentage; rounded down, so that it is not said too soon. */
export const deliveredShare = ({ planned, delivered }: { planned: Pence; delivered: Pence }): string =>
  planned === 0n ? '' : `${(delivered * 100n) / planned}%`
