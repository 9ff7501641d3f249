import type { FinanceProblem, FinanceUnderstood } from '../../domain/finance/import/finance-problem.ts'
import type { MoneyUnit } from '../../domain/finance/import/money-unit.ts'
import type { FoundTotal } from '../../domain/finance/import/totals.ts'

export type FinanceKind = 'revenue' | 'capital'

/** A total of the file as it is told: its amounts are in the sentence, exactly. */
export type ToldTotal = Pick<FoundTotal, 'sheet' | 'row' | 'name' | 'column' | 'agrees' | 'by' | 'says'>

/** What a line would become: amounts in pounds, as exact decimals. */
export type ToldLine = {
  readonly code: string
  readonly name: string
  readonly amounts: Readonly<Record<string, string>>
  readonly rows: number
}

export type CostCentreAsked = { readonly code: string; readonly description: string; readonly rows: number }

/** What came, or would come, of a finance file. Without amounts of any binary kind: it waits in the database and is printed. */
export type FinanceImportResult = {
  readonly kind: FinanceKind
  readonly file: string
  /** 'revenue/2024-25/2024-06' or 'capital/2024-07'; null while it is not known. */
  readonly subject: string | null
  readonly found: {
    readonly shape: string | null
    readonly unit: MoneyUnit | null
    readonly unitSays: string | null
    readonly sheets: readonly {
      readonly sheet: string
      readonly headerRow: number
      readonly columns: readonly string[]
    }[]
  }
  /** Lines that are new, and held already just so. */
  readonly accepted: number
  readonly unchanged: number
  readonly rejected: number
  readonly problems: readonly FinanceProblem[]
  /** What may be right, and is stored only when it is accepted with a reason. */
  readonly warnings: readonly FinanceProblem[]
  readonly totals: readonly ToldTotal[]
  readonly lines: readonly ToldLine[]
  readonly costCentresAsked: readonly CostCentreAsked[]
  readonly understood: readonly FinanceUnderstood[]
  readonly stored: boolean
}

export const nothingFound: FinanceImportResult['found'] = {
  shape: null,
  unit: null,
  unitSays: null,
  sheets: [],
}

/** A total that the lines do not make stands in the way until it is accepted with a reason. */
export const totalQuestions = (totals: readonly FoundTotal[]): FinanceProblem[] =>
  totals
    .filter(({ agrees }) => !agrees)
    .map(({ sheet, row, column, written, says }) => ({
      sheet,
      row,
      column,
      value: written,
      message: `${says} Mend the line or the total in the file, or say why they differ.`,
    }))

export const toldTotals = (totals: readonly FoundTotal[]): ToldTotal[] =>
  totals.map(({ sheet, row, name, column, agrees, by, says }) => ({
    sheet,
    row,
    name,
    column,
    agrees,
    by,
    says,
  }))

/** How many rows have something wrong with them. */
export const rowsWrong = (problems: readonly FinanceProblem[]): number =>
  new Set(problems.map(({ sheet, row }) => `${row} ${sheet}`)).size
