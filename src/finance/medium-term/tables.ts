import {
  driverNames,
  drivers,
  type Part,
  scenarioNames,
  scenarios,
} from '../../domain/finance/medium-term.ts'
import { rateDecimal, rateText } from '../../domain/finance/rate.ts'
import { yearText } from '../../domain/financial-year.ts'
import type { Cell, Table } from '../../domain/report/blocks.ts'
import { column, millions, missing, text } from '../../domain/report/cells.ts'
import type { Assumptions } from './assumptions.ts'
import { type Baseline, basesOf } from './baseline.ts'
import { appliesTo, type Gaps, partTitles, yearAfter } from './words.ts'

const scenarioColumns = (unit: string, weight: number) =>
  scenarioNames.map((scenario) => column(scenario, `${scenarios[scenario]} ${unit}`, 'right', weight))

/** The gap of each year in each scenario, side by side. */
export function gapTable(baseline: Baseline, gaps: Gaps): Table {
  return {
    name: `medium-term-gap-${baseline.year}`,
    caption: 'Gap by year if nothing is done, £m',
    columns: [column('year', 'Year', 'left', 2), ...scenarioColumns('£m', 1.3)],
    rows: gaps.central.flatMap(({ after }) => [
      {
        role: 'body' as const,
        cells: [
          text(`New in ${yearAfter(baseline.year, after)}`),
          ...scenarioNames.map((scenario) =>
            millions(gaps[scenario][after - 1]?.added ?? 0n, baseline.source),
          ),
        ],
      },
      {
        role: 'total' as const,
        cells: [
          text(`Gap in ${yearAfter(baseline.year, after)}`),
          ...scenarioNames.map((scenario) => millions(gaps[scenario][after - 1]?.gap ?? 0n, baseline.source)),
        ],
      },
    ]),
    notes: [
      'A negative amount is room in the budget. What is done about a gap in one year narrows those after it.',
    ],
  }
}

/** What the gap of the last year is made of. */
export function partsTable(baseline: Baseline, gaps: Gaps): Table {
  const last = gaps.central.length
  const of = (part: Part) =>
    scenarioNames.map((scenario) => millions(gaps[scenario].at(-1)?.parts[part] ?? 0n, baseline.source))
  const parts = Object.keys(partTitles) as Part[]
  return {
    name: `medium-term-parts-${baseline.year}`,
    caption: `What the gap in ${yearAfter(baseline.year, last)} is made of, £m`,
    columns: [column('part', 'Part', 'left', 2), ...scenarioColumns('£m', 1.3)],
    rows: [
      ...parts.map((part) => ({ role: 'body' as const, cells: [text(partTitles[part]), ...of(part)] })),
      {
        role: 'total',
        cells: [
          text(`Gap in ${yearAfter(baseline.year, last)}`),
          ...scenarioNames.map((scenario) => millions(gaps[scenario].at(-1)?.gap ?? 0n, baseline.source)),
        ],
      },
    ],
    notes: [
      'What widens the gap is positive. Each part is worked out by itself and rounded to the penny; what one does to another is left out.',
    ],
  }
}

/** Every assumption with what it applies to and where it comes from. */
export function assumptionsTable(baseline: Baseline, assumptions: Assumptions, origin: string): Table {
  const bases = basesOf(baseline, assumptions.pay)
  return {
    name: `medium-term-assumptions-${baseline.year}`,
    caption: 'What is assumed',
    columns: [
      column('assumption', 'Assumption', 'left', 2),
      column('applies', 'Applies to', 'left', 3),
      column('base', `${yearText(baseline.year)} £m`, 'right', 1.2),
      ...scenarioColumns('% a year', 1.2),
      column('papers', 'Council’s papers', 'left', 1.4),
      column('source', 'Source', 'left', 2),
    ],
    rows: driverNames.map((driver) => ({
      role: 'body' as const,
      cells: [
        text(drivers[driver].title),
        text(appliesTo(driver, baseline)),
        millions(bases[driver], baseline.source),
        ...scenarioNames.map((scenario): Cell => {
          const rate = assumptions.rates[scenario][driver]
          return { kind: 'number', text: rateText(rate), value: rateDecimal(rate), source: null }
        }),
        missing('Not stated'),
        text(origin),
      ],
    })),
    notes: [
      `The ${yearText(baseline.year)} budget is taken as balanced. Its lines are net of the income of each service, because the papers print no gross ones.`,
    ],
  }
}
