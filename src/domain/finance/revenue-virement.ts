import { type Pence, poundsMillionText, sumPence } from '../money.ts'

/** One side of a move of money: what is taken is below nought, what is given above it. */
export type VirementLine = {
  readonly service: string
  /** Staffing, residential care, …: empty for the service as a whole. */
  readonly subjective: string
  readonly amount: Pence
}

/** Why a move cannot be recorded; null when it can. */
export function virementProblem(lines: readonly VirementLine[]): string | null {
  const taken = -sumPence(lines.filter(({ amount }) => amount < 0n).map(({ amount }) => amount))
  const given = sumPence(lines.filter(({ amount }) => amount > 0n).map(({ amount }) => amount))
  if (lines.some(({ amount }) => amount === 0n))
    return 'A line moves nothing. Leave it out, or say how much it moves.'
  if (taken === 0n || given === 0n) return 'Say from where the money is taken and where it goes.'
  if (taken !== given)
    return `${poundsMillionText(taken)} is taken and ${poundsMillionText(given)} is given. A virement changes no total: make the two equal.`
  const places = lines.map(({ service, subjective }) => `${service}/${subjective.trim().toLowerCase()}`)
  if (new Set(places).size < places.length)
    return 'The money goes to where it comes from. Choose two different budgets.'
  return null
}

/** The budgets after moves between them. What a move takes it gives, so the council's total is as it was. */
export function budgetsAfter(
  budgets: ReadonlyMap<string, Pence>,
  moves: readonly (readonly VirementLine[])[],
): Map<string, Pence> {
  const after = new Map(budgets)
  for (const { service, amount } of moves.flat()) after.set(service, (after.get(service) ?? 0n) + amount)
  return after
}
