/** One row of a sheet as a reader gives it: text as a person sees it. `row` is the line number in a spreadsheet. */
export type SheetRow = { readonly sheet: string; readonly row: number; readonly cells: readonly string[] }

/** A sign written with a value, to be held against the unit of its series. */
export type Sign = '%' | '£' | null

/** One figure as a file gives it, read but not yet held against the register. Numbers stay decimal strings: exact. */
export type IncomingObservation = {
  readonly row: number
  readonly series: string
  readonly area: string
  readonly category: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly lower: string | null
  readonly upper: string | null
  readonly status: string
  readonly doubt: string | null
  readonly sign: Sign
  /** The column that held the value, as its header names it. */
  readonly column: string
}

/** What is wrong, where, and how to mend it. `row` is the line number a person sees in a spreadsheet. */
export type ImportProblem = {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly message: string
}

/** How some cells were read that could be read otherwise: the first of them, and how many there were. */
export type Understood = ImportProblem & { readonly count: number }

export type ReadObservations = {
  readonly observations: readonly IncomingObservation[]
  readonly problems: readonly ImportProblem[]
}

/** What tells one figure from another, as text. */
export const keyOf = (
  figure: Pick<IncomingObservation, 'series' | 'area' | 'category' | 'periodStart' | 'periodEnd'>,
): string =>
  `${figure.series}\t${figure.area}\t${figure.category}\t${figure.periodStart}\t${figure.periodEnd}`
