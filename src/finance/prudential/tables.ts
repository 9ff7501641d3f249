import { debtParts } from '../../domain/finance/debt.ts'
import type { RequirementTest } from '../../domain/finance/financing-requirement.ts'
import {
  comparedWithApproved,
  type Indicator,
  type IndicatorFigure,
  indicators,
  valueText,
} from '../../domain/finance/prudential.ts'
import { rateDecimal, rateText } from '../../domain/finance/rate.ts'
import { yearText } from '../../domain/financial-year.ts'
import { millionsDecimal, shortMillionsText } from '../../domain/money.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, missing, text } from '../../domain/report/cells.ts'
import { withheldSentence } from '../capital/exemptions.ts'
import type { PrudentialReport } from './queries.ts'
import { standings } from './words.ts'

const names = Object.keys(indicators) as Indicator[]
/** Debt by part beside both limits, the total computed from the parts. */
export function debtTable({ asAt, position, source }: PrudentialReport): Table {
  const row = (role: Row['role'], name: string, each: typeof position.total): Row => ({
    role,
    cells: [
      text(name),
      ...([each.actual, each.highest, each.boundary, each.toBoundary, each.limit, each.toLimit] as const).map(
        (amount) => millions(amount, source),
      ),
      { kind: 'status', text: standings[each.standing].short, tone: standings[each.standing].tone },
    ],
  })
  return {
    name: `debt-${asAt}`,
    caption: `Debt at ${dayText(asAt)} against its limits, £m`,
    columns: [
      column('debt', 'Debt', 'left', 3),
      column('actual', 'Owed £m', 'right', 1.2),
      column('highest', 'Highest this year £m', 'right', 1.4),
      column('boundary', 'Operational boundary £m', 'right', 1.5),
      column('to-boundary', 'Room below boundary £m', 'right', 1.3),
      column('limit', 'Authorised limit £m', 'right', 1.4),
      column('to-limit', 'Room below limit £m', 'right', 1.3),
      column('standing', 'Standing', 'left', 2),
    ],
    rows: [
      ...position.lines.map((line) => row('body', debtParts[line.part], line)),
      row('total', 'Total debt', position.total),
    ],
    notes: [
      'Totals are computed from the parts. The parts may have been highest on different days: the highest total is the printed one, or else at most the one shown.',
      'The law forbids to pass the authorised limit as a whole. Where one part is above its own, the council’s rules say who may move room between the parts.',
    ],
  }
}

/** The indicators of the years reported, each year's figure said to be actual, budget or forecast. */
export function indicatorTable({ asAt, figures, withheld }: PrudentialReport): Table {
  const reported = figures.filter(({ basis }) => basis !== 'approved')
  const years = [...new Set(reported.map(({ year }) => year))].sort()
  const isActual = (year: string) => reported.every((each) => each.year !== year || each.basis === 'actual')
  const basisOf = (indicator: Indicator) =>
    reported.find((each) => each.indicator === indicator && each.basis !== 'actual')?.basis
  return {
    name: `prudential-indicators-${asAt}`,
    caption: 'Prudential indicators by year',
    columns: [
      column('indicator', 'Indicator', 'left', 3),
      ...years.map((year) => column(year, yearText(year) + (isActual(year) ? ', actual' : ''), 'right', 1.4)),
    ],
    rows: names.map((indicator) => ({
      role: 'body' as const,
      cells: [
        text(
          [
            indicators[indicator].title,
            indicators[indicator].unit === 'money' ? '£m' : '%',
            basisOf(indicator),
          ]
            .filter(Boolean)
            .join(', '),
        ),
        ...years.map((year) => {
          const figure = reported.find((each) => each.indicator === indicator && each.year === year)
          return figure === undefined ? notHeld(indicator, withheld, 'Not reported') : figureCell(figure)
        }),
      ],
    })),
    notes: withheld ? [withheldSentence] : [],
  }
}

/** What to come of capital expenditure is the programme's total, which takes in what is exempt from publication. */
const notHeld = (indicator: Indicator, withheld: boolean, otherwise: string): Cell =>
  missing(withheld && indicator === 'capital-expenditure' ? 'Not shown' : otherwise)

const figureCell = ({ value, source }: IndicatorFigure): Cell =>
  value.unit === 'money'
    ? millions(value.amount, source)
    : { kind: 'number', text: rateText(value.rate, 1), value: rateDecimal(value.rate), source }

/** Each of the five groups beside what the council approved for the year, with the difference and why. */
export function approvedTable({ asAt, figures, position, withheld }: PrudentialReport, year: string): Table {
  const { actual, limit, toLimit } = position.total
  const rows = names.map((indicator): Row => {
    const found = comparedWithApproved(figures, indicator, year)
    const expected = figures.find(
      (each) => each.indicator === indicator && each.year === year && each.basis !== 'approved',
    )
    const approved = figures.find(
      (each) => each.indicator === indicator && each.year === year && each.basis === 'approved',
    )
    const unexplained =
      found === null
        ? approved === undefined && expected !== undefined
          ? 'The paper gives no approved value to hold it against'
          : ''
        : found.way === 'equal'
          ? 'As approved'
          : 'The paper gives no explanation'
    return {
      role: 'body',
      cells: [
        text(indicators[indicator].title),
        expected === undefined ? notHeld(indicator, withheld, 'Not reported') : valueCell(expected),
        approved === undefined ? notHeld(indicator, withheld, 'Not stated') : valueCell(approved),
        text(found === null ? '' : found.way === 'equal' ? 'None' : `${found.by} ${found.way}`),
        text(expected?.words ?? unexplained),
      ],
    }
  })
  const debt: Row = {
    role: 'body',
    cells: [
      text(`Debt at ${dayText(asAt)}, against the authorised limit`),
      { kind: 'number', text: shortMillionsText(actual), value: millionsDecimal(actual), source: null },
      { kind: 'number', text: shortMillionsText(limit), value: millionsDecimal(limit), source: null },
      text(`${shortMillionsText(toLimit < 0n ? -toLimit : toLimit)} ${toLimit < 0n ? 'above' : 'below'}`),
      text(standings[position.total.standing].word),
    ],
  }
  return {
    name: `prudential-approved-${asAt}`,
    caption: `What is expected of ${yearText(year)}, and what the council approved`,
    columns: [
      column('indicator', 'Indicator', 'left', 3),
      column('expected', `${yearText(year)} now`, 'right', 1.2),
      column('approved', 'Approved', 'right', 1.2),
      column('difference', 'Difference', 'left', 1.8),
      column('why', 'Why', 'left', 2.6),
    ],
    rows: [...rows.slice(0, 2), debt, ...rows.slice(2)],
    notes: [
      ...(withheld ? [withheldSentence] : []),
      ...figures
        .filter((each) => each.basis === 'approved' && each.year === year && each.words !== null)
        .map(
          ({ indicator, words, value }) =>
            `${indicators[indicator].title}: ${valueText(value)} was ${words}.`,
        ),
    ],
  }
}

const valueCell = ({ value, source }: IndicatorFigure): Cell => ({
  kind: 'number',
  text: valueText(value),
  value: value.unit === 'money' ? millionsDecimal(value.amount) : rateDecimal(value.rate),
  source,
})

/** How the most that the requirement allows is put together. */
export function requirementTable({ asAt, position, source }: PrudentialReport, test: RequirementTest): Table {
  const line = (role: Row['role'], words: string, amount: bigint): Row => ({
    role,
    cells: [text(words), millions(amount, source)],
  })
  return {
    name: `financing-requirement-${asAt}`,
    caption: 'Debt against the capital financing requirement, £m',
    columns: [column('step', 'Step', 'left', 4), column('amount', '£m', 'right', 1)],
    rows: [
      line('body', `Requirement at the end of ${yearText(test.prior.year)}`, test.prior.amount),
      ...test.additions.map(({ year, amount }) =>
        line(
          'body',
          `Added in ${yearText(year)}${amount === 0n ? ' (it falls, which is left out)' : ''}`,
          amount,
        ),
      ),
      line('total', 'Gross debt should not exceed, except in the short term', test.ceiling),
      line('body', 'Gross debt', position.total.actual),
      line('total', 'Room', test.headroom),
    ],
    notes: [
      'Rule of the Prudential Code: the requirement of the year before, with what this year and the next two add to it.',
    ],
  }
}
