import { sentenceCase } from '../../report/cells.ts'
import { ownUnitOf } from './amount-cell.ts'
import { type FinanceProblem, type Place, placeText, problemAt } from './finance-problem.ts'
import type { FinanceTable } from './finance-table.ts'
import { type MoneyUnit, unitInSentence, unitWords } from './money-unit.ts'

export type FileUnit = {
  readonly unit: MoneyUnit | null
  /** Where it is said, in words. */
  readonly says: string | null
  readonly problems: readonly FinanceProblem[]
}

type Said = Place & {
  readonly unit: MoneyUnit
  readonly column: string
  readonly value: string
  readonly by: string
}

/** The one unit that the amounts of a file are in, as an option, a heading, a line of words or every cell says. It is never guessed. */
export function fileUnit(tables: readonly FinanceTable[], stated: MoneyUnit | null): FileUnit {
  const said = [...tables.flatMap(headings), ...tables.flatMap(sentences)]
  const first = said[0] ?? cellsSay(tables)
  const unit = stated ?? first?.unit ?? null
  if (unit === null) return { unit, says: null, problems: [nothingSays(tables)] }
  const basis = stated === null ? (first?.by ?? '') : 'what was stated'
  const against = said.filter((each) => each.unit !== unit)
  return {
    unit,
    says: stated === null ? basis : 'as it was stated',
    problems: against.map((each) =>
      problemAt(
        each,
        each.column,
        each.value,
        `${sentenceCase(each.by)} says ${unitWords(each.unit)}, and ${basis} says ${unitWords(unit)}. One file has one unit: mend the heading, or state the unit of the whole file (on the command line --unit).`,
      ),
    ),
  }
}

const headings = ({ sheet, headerRow: row, amounts }: FinanceTable): Said[] =>
  amounts.flatMap(({ label, unit }) =>
    unit === null ? [] : [{ sheet, row, unit, column: label, value: label, by: `the heading ‘${label}’` }],
  )

const sentences = ({ above, below, amounts }: FinanceTable): Said[] =>
  [...above, ...below].flatMap((row) => {
    if (amounts.some(({ index }) => /\d/.test(row.cells[index] ?? ''))) return []
    return row.cells.flatMap((value) => {
      const unit = value.trim() === '' ? null : unitInSentence(value)
      const { sheet, row: number } = row
      return unit === null
        ? []
        : [
            {
              sheet,
              row: number,
              unit,
              column: '',
              value,
              by: `‘${value.trim().slice(0, 60)}’ (${placeText(row)})`,
            },
          ]
    })
  })

/** Every amount that is not nought writes its unit, and all the same one. */
function cellsSay(tables: readonly FinanceTable[]): Said | null {
  let found: Said | null = null
  for (const { below, amounts } of tables)
    for (const { sheet, row, cells } of below)
      for (const { index, label } of amounts) {
        const value = cells[index]?.trim() ?? ''
        if (!/[1-9]/.test(value)) continue
        const unit = ownUnitOf(value)
        if (unit === null || (found && found.unit !== unit)) return null
        found ??= { sheet, row, unit, column: label, value, by: `each amount, as ‘${value}’,` }
      }
  return found
}

function nothingSays(tables: readonly FinanceTable[]): FinanceProblem {
  const [table] = tables
  const [column] = table?.amounts ?? []
  return problemAt(
    { sheet: table?.sheet ?? '', row: table?.headerRow ?? 1 },
    column?.label ?? '',
    column?.label ?? '',
    'Nothing says whether the amounts are in pounds, thousands or £m. State the unit (on the command line --unit pounds, thousands or millions), or head the columns with it, as in ‘Budget £m’.',
  )
}
