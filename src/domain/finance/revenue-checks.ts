import { type Pence, poundsMillionText } from '../money.ts'

/** A line of a month's statement as somebody gave it. */
export type GivenLine = {
  readonly service: string
  readonly budget: Pence
  readonly forecast: Pence
  /** As the source printed it; it is computed all the same. */
  readonly variance?: Pence | null
  /** Why its budget is not the one held for the year. */
  readonly reason?: string | null
  /** Where it stands in the file it came from. */
  readonly row?: number | null
}

/** What is held already of the year: the latest earlier month's budgets, with what was moved between them since. */
export type HeldBudgets = {
  readonly month: string
  readonly budgets: ReadonlyMap<string, { readonly budget: Pence; readonly moved: Pence }>
}

export type LineProblem = {
  readonly row: number | null
  readonly service: string
  readonly column: 'service' | 'budget' | 'variance'
  readonly message: string
}

/** Everything that keeps the lines of a month from being recorded, each with what to do about it. */
export function lineProblems(
  lines: readonly GivenLine[],
  services: ReadonlyMap<string, string>,
  held: HeldBudgets | null,
): LineProblem[] {
  const rows = Map.groupBy(lines, ({ service }) => service)
  return lines.flatMap((line) => {
    const name = services.get(line.service)
    const problem = (column: LineProblem['column'], message: string | null): LineProblem[] =>
      message === null ? [] : [{ row: line.row ?? null, service: line.service, column, message }]
    if (name === undefined)
      return problem(
        'service',
        `There is no service '${line.service}'. Write the name as the council's structure has it, or add the service first.`,
      )
    const twice = rows.get(line.service) ?? []
    return [
      ...problem(
        'service',
        twice[0] === line ? null : `${name} stands here twice. Keep one line for each service.`,
      ),
      ...problem('variance', varianceProblem(name, line)),
      ...problem('budget', held && budgetProblem(name, line, held)),
    ]
  })
}

function varianceProblem(name: string, { budget, forecast, variance }: GivenLine): string | null {
  const computed = forecast - budget
  if (variance === undefined || variance === null || variance === computed) return null
  if (variance === -computed)
    return `The variance of ${name} has its sign the other way round: ${poundsMillionText(variance)} is given, and forecast less budget is ${poundsMillionText(computed)}. A positive variance is an overspend; turn the sign of the column round.`
  return `The variance of ${name} is given as ${poundsMillionText(variance)}, and forecast less budget is ${poundsMillionText(computed)}. Correct the one that is wrong.`
}

function budgetProblem(
  name: string,
  { service, budget, reason }: GivenLine,
  { month, budgets }: HeldBudgets,
) {
  const held = budgets.get(service)
  if (held === undefined || (reason ?? '').trim() !== '') return null
  const expected = held.budget + held.moved
  if (budget === expected) return null
  const moved = held.moved === 0n ? '' : `, and ${poundsMillionText(expected)} with the virements since`
  return `${name} has two budgets for the year: ${poundsMillionText(budget)} here, ${poundsMillionText(held.budget)} in ${month}${moved}. Record the virement that moved it, or give the reason.`
}

/** The problems as one message, each with its row where it came from a file. */
export const lineProblemsText = (problems: readonly LineProblem[]): string =>
  problems.map(({ row, message }) => (row === null ? message : `Row ${row}: ${message}`)).join(' ')
