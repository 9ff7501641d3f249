import type { CapitalScheme } from '../../domain/finance/capital.ts'
import { monthText, yearText } from '../../domain/financial-year.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import { column, pounds, text } from '../../domain/report/cells.ts'
import type { CapitalView } from './queries.ts'

/** A scheme's budget by year: as the meeting saw it, what changed since, and now. */
export function schemeYearsTable(
  { programme, capital, source }: CapitalView,
  scheme: CapitalScheme,
  before: CapitalScheme | null,
): Table {
  const then = (year: string) => before?.budget[year] ?? 0n
  const now = (year: string) => scheme.budget[year] ?? 0n
  const row = (role: Row['role'], name: string, of: (year: string) => bigint): Row => ({
    role,
    cells: [text(name), ...capital.years.map((year) => pounds(of(year), source))],
  })
  const changed = capital.years.some((year) => now(year) !== then(year))
  return {
    name: `scheme-${scheme.code}`,
    caption: `${scheme.title}: budget by year, £`,
    columns: [
      column('what', 'Budget', 'left', 3),
      ...capital.years.map((year) => column(`y${year}`, `${yearText(year)} £`, 'right', 1.4)),
    ],
    rows: [
      row('body', `As the meeting of ${monthText(programme)} saw it`, then),
      ...(changed
        ? [row('body', 'Changes since', (year) => now(year) - then(year)), row('total', 'Now', now)]
        : []),
    ],
    notes: changed ? [] : ['It has not changed since.'],
  }
}
