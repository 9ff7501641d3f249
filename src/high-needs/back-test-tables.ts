import type { ForecastTested, IncreaseTested, ModelTested } from '../domain/high-needs/back-test.ts'
import type { Pence } from '../domain/money.ts'
import { dayText } from '../domain/period-text.ts'
import type { Cell, Row, Table } from '../domain/report/blocks.ts'
import { column, millions, missing, text } from '../domain/report/cells.ts'
import { monthText, roughly } from './words.ts'

const modelled = 'The high needs model'
const notYet = 'not recorded'
const orNot = (amount: Pence | null, source: string): Cell =>
  amount === null ? missing(notYet) : millions(amount, source)

/** The council's own forecasts beside what came. */
export const backTestTable = (forecasts: readonly ForecastTested[]): Table => ({
  name: 'high-needs-forecasts-tested',
  caption: 'The council’s own forecasts and what came, £m',
  columns: [
    column('made', 'Made in', 'left', 1.2),
    column('day', 'Of', 'left', 1.2),
    column('foreseen', 'Foreseen', 'right'),
    column('came', 'Came', 'right', 1.2),
    column('error', 'Came less foreseen', 'right', 1.2),
    column('words', 'In words', 'left', 2.5),
  ],
  rows: forecasts.map(({ madeIn, day, foreseen, came, source }): Row => {
    const error = came === null ? null : came - foreseen
    return {
      role: 'body',
      cells: [
        text(madeIn === '' ? 'not said' : monthText(madeIn)),
        text(dayText(day)),
        millions(foreseen, source),
        orNot(came, source),
        orNot(error, source),
        text(
          error === null
            ? 'Cannot be judged yet'
            : error > 0n
              ? `The deficit was ${roughly(error)} larger than foreseen`
              : `The deficit was ${roughly(-error)} smaller than foreseen`,
        ),
      ],
    }
  }),
  notes: [],
})

/** What the council said a year would add at least, beside the model's range. */
export const increaseTable = (increases: readonly IncreaseTested[]): Table => ({
  name: 'high-needs-increase-tested',
  caption: 'What a year adds to the deficit, £m',
  columns: [
    column('year', 'Year'),
    column('least', 'The council: at least', 'right', 1.3),
    column('low', 'Model, low', 'right'),
    column('middle', 'Model, middle', 'right'),
    column('high', 'Model, high', 'right'),
    column('came', 'Came', 'right'),
  ],
  rows: increases.map(
    ({ year, atLeast, modelled: range, came, source }): Row => ({
      role: 'body',
      cells: [
        text(year),
        millions(atLeast, source),
        orNot(range?.lower80 ?? null, modelled),
        orNot(range?.middle ?? null, modelled),
        orNot(range?.upper80 ?? null, modelled),
        orNot(came, source),
      ],
    }),
  ),
  notes: ['Low and high hold 8 runs in 10, after mitigations.'],
})

/** The model, run with what was known on an earlier day, beside what came. */
export const modelTestTable = (tests: readonly ModelTested[]): Table => ({
  name: 'high-needs-model-tested',
  caption: 'The model as it would have been run then, and what came, £m',
  columns: [
    column('from', 'Run from', 'left', 1.2),
    column('day', 'Of', 'left', 1.2),
    column('low', 'Low', 'right'),
    column('middle', 'Middle', 'right'),
    column('high', 'High', 'right'),
    column('came', 'Came', 'right'),
    column('within', 'Within the range', 'left', 1.2),
  ],
  rows: tests.map(
    ({ from, day, range, came, isInRange }): Row => ({
      role: 'body',
      cells: [
        text(dayText(from)),
        text(dayText(day)),
        millions(range.lower80, modelled),
        millions(range.middle, modelled),
        millions(range.upper80, modelled),
        millions(came, 'High needs figures'),
        isInRange
          ? { kind: 'status', tone: 'good', text: 'Within' }
          : { kind: 'status', tone: 'bad', text: came > range.upper80 ? 'Above' : 'Below' },
      ],
    }),
  ),
  notes: [
    'Low and high hold 8 runs in 10. It takes only what was recorded of days up to the one it is run from.',
  ],
})
