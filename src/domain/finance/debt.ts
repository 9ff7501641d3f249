import { type Pence, sumPence } from '../money.ts'

export const debtParts = { borrowing: 'Borrowing', 'other-long-term': 'Other long-term liabilities' } as const
export type DebtPart = keyof typeof debtParts

/** Debt beside the two limits that the council set for the year. */
export type DebtAmounts = {
  readonly actual: Pence
  /** The highest it has been in the year so far. */
  readonly highest: Pence
  readonly boundary: Pence
  readonly limit: Pence
}

export type DebtLine = DebtAmounts & { readonly part: DebtPart }

/**
 * Above the operational boundary is a warning: it may happen for a time and is no failure of compliance. Above the
 * authorised limit is a breach of law: section 2 of the Local Government Act 2003 forbids it.
 */
export type DebtStanding = 'within' | 'above-boundary' | 'above-limit'

export const debtStanding = (debt: Pence, { boundary, limit }: Pick<DebtAmounts, 'boundary' | 'limit'>) =>
  debt > limit ? 'above-limit' : debt > boundary ? 'above-boundary' : 'within'

export type DebtJudged = DebtAmounts & {
  /** By how much debt could still grow; negative once it is above. */
  readonly toBoundary: Pence
  readonly toLimit: Pence
  readonly standing: DebtStanding
  /** Of the highest in the year, which may have been above what is owed now. */
  readonly highestStanding: DebtStanding
}

export type DebtPosition = {
  readonly lines: readonly (DebtLine & DebtJudged)[]
  readonly total: DebtJudged
}

/**
 * Every total is computed from the parts. The parts may have been highest on different days, so the total's highest is
 * at most theirs together: what was printed of it is taken where it lies between that and what is owed.
 */
export function debtPosition(lines: readonly DebtLine[], printedHighest: Pence | null = null): DebtPosition {
  const sum = (of: keyof DebtAmounts) => sumPence(lines.map((line) => line[of]))
  const printed = printedHighest ?? sum('highest')
  const highest = printed >= sum('actual') && printed < sum('highest') ? printed : sum('highest')
  return {
    lines: lines.map((line) => ({ ...line, ...judged(line) })),
    total: judged({
      actual: sum('actual'),
      highest,
      boundary: sum('boundary'),
      limit: sum('limit'),
    }),
  }
}

const judged = ({ actual, highest, boundary, limit }: DebtAmounts): DebtJudged => ({
  actual,
  highest,
  boundary,
  limit,
  toBoundary: boundary - actual,
  toLimit: limit - actual,
  standing: debtStanding(actual, { boundary, limit }),
  highestStanding: debtStanding(highest, { boundary, limit }),
})

export type DebtProblem = { readonly of: keyof DebtAmounts; readonly text: string }

/** What cannot be so of one part's debt, and what to do about it. */
export function debtProblems({ actual, highest, boundary, limit }: DebtAmounts): readonly DebtProblem[] {
  const problems: DebtProblem[] = []
  if (actual < 0n) problems.push({ of: 'actual', text: 'Debt is not negative: write what is owed' })
  if (highest < actual)
    problems.push({
      of: 'highest',
      text: 'The highest debt of the year is lower than the debt at the end of the quarter: one of the two is wrong',
    })
  if (boundary < 0n) problems.push({ of: 'boundary', text: 'The operational boundary is not negative' })
  if (limit < boundary)
    problems.push({
      of: 'limit',
      text: 'The authorised limit is lower than the operational boundary: look whether the two are the wrong way round',
    })
  return problems
}
