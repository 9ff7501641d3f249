import { approvalText } from '../../domain/finance/capital-approval.ts'
import { yearText } from '../../domain/financial-year.ts'
import { type Pence, poundsDecimal, poundsMillionText, poundsText, sumPence } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, pounds, text } from '../../domain/report/cells.ts'
import type { CapitalFunding } from './funding.ts'
import type { HeldGrant } from './grants.ts'
import type { CapitalView } from './queries.ts'

/** What pays for the year, by source. */
export const fundingTable = ({ lines, total, year }: CapitalFunding): Table => ({
  name: `capital-funding-${year}`,
  caption: `Funding of ${yearText(year)} by source, £m`,
  columns: [column('source', 'Source', 'left', 4), column('amount', 'Amount £m', 'right', 1.2)],
  rows: [
    ...lines.map(
      (each): Row => ({ role: 'body', cells: [text(each.source), millions(each.amount, each.paper)] }),
    ),
    { role: 'total', cells: [text('Total funding'), millions(total, 'Computed from the sources')] },
  ],
  notes: [],
})

/** Funding must equal the programme: every figure there is for each, and what lies between. */
export function fundingAgainstProgramme(funding: CapitalFunding, view: CapitalView): Table {
  const { year, total } = funding
  const printedFunding = funding.reconciliations.find(({ title }) => /funding/i.test(title))
  const printedProgramme = view.totals.find(({ title }) => title.endsWith(yearText(year)))
  const schemes = view.asOfMeeting.total[year] ?? 0n
  const figures: readonly (readonly [string, Pence | null, boolean])[] = [
    ['Funding, computed from its sources', total, true],
    ['Funding, as printed', printedFunding?.printed ?? null, true],
    ['Programme, as printed', printedProgramme?.printed ?? null, false],
    ['Programme, computed from its schemes', schemes, false],
  ]
  return {
    name: `capital-funding-check-${year}`,
    caption: 'Funding against the programme',
    columns: [
      column('figure', 'Figure', 'left', 4),
      column('amount', 'Amount', 'right', 1.4),
      column('difference', 'More than the schemes', 'right', 1.6),
    ],
    rows: figures.flatMap(([name, amount, inMillions]): Row[] =>
      amount === null
        ? []
        : [
            {
              role: 'body',
              cells: [text(name), money(amount, inMillions), money(amount - schemes, inMillions)],
            },
          ],
    ),
    notes: ['Funding is printed to £0.001m, schemes to the pound: up to £500 between them is rounding.'],
  }
}

/** '£0.040m more than the schemes add up to': the funding of the year beside the programme that the meeting saw. */
export function fundingGapText({ total, year }: CapitalFunding, { asOfMeeting }: CapitalView): string {
  const gap = total - (asOfMeeting.total[year] ?? 0n)
  if (gap === 0n) return 'just what the schemes add up to'
  return `${poundsMillionText(gap < 0n ? -gap : gap)} ${gap < 0n ? 'less' : 'more'} than the schemes add up to`
}

const money = (amount: Pence, inMillions: boolean): Cell => ({
  kind: 'number',
  text: inMillions ? poundsMillionText(amount) : poundsText(amount),
  value: poundsDecimal(amount),
  source: 'Computed here or printed in the paper',
})

/** The block grants: allocated, known to be assigned, and what is left. */
export function grantTable(grants: readonly HeldGrant[], base: string | null): Table {
  const total = (of: (grant: HeldGrant) => Pence) =>
    pounds(sumPence(grants.map(of)), 'Computed from the grants')
  return {
    name: 'capital-grants',
    caption: 'Block grants, £',
    columns: [
      column('grant', 'Grant', 'left', 3.4),
      column('service', 'Service', 'left', 2.4),
      column('amount', 'Allocated £', 'right', 1.3),
      column('assigned', 'Known to be assigned £', 'right', 1.4),
      column('left', 'Not known to be £', 'right', 1.3),
    ],
    rows: [
      ...grants.map(
        (each): Row => ({
          role: 'body',
          cells: [
            { kind: 'text', text: each.title, ...(base === null ? {} : { href: `${base}/${each.code}` }) },
            text(each.serviceName),
            pounds(each.amount, each.source),
            pounds(each.assigned, each.source),
            pounds(each.amount - each.assigned, each.source),
          ],
        }),
      ),
      {
        role: 'total',
        cells: [
          text('All block grants'),
          text(''),
          total((each) => each.amount),
          total((each) => each.assigned),
          total((each) => each.amount - each.assigned),
        ],
      },
    ],
    notes: ['Only what a paper or an approval recorded here says is counted as assigned.'],
  }
}

/** To which schemes a grant was assigned. */
export const assignmentTable = ({ code, assignments }: HeldGrant): Table => ({
  name: `grant-${code}`,
  caption: 'Assigned, £',
  columns: [
    column('scheme', 'Scheme', 'left', 3),
    column('amount', 'Amount £', 'right', 1.2),
    column('approval', 'Approval', 'left', 2),
    column('from', 'Said by', 'left', 2.4),
  ],
  rows: assignments.map((each) => ({
    role: 'body',
    cells: [
      text(`${each.schemeTitle}${each.illustrative ? ' (illustrative)' : ''}`),
      pounds(each.amount, each.source),
      text(approvalText(each.approval)),
      text(each.by ?? each.source),
    ],
  })),
  notes: [],
})
