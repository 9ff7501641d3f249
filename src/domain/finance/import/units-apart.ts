import type { Pence } from '../../money.ts'
import { sentenceCase } from '../../report/cells.ts'
import { type FinanceProblem, type Place, placesText, problemAt } from './finance-problem.ts'
import { moneyText } from './money-text.ts'
import type { MoneyUnit } from './money-unit.ts'
import type { ServiceLine } from './revenue-lines.ts'

export type Apart = { readonly question: FinanceProblem; readonly services: readonly string[] }

const size = (amount: Pence): Pence => (amount < 0n ? -amount : amount)
const factors = [1_000n, 1_000_000n]

/** How many times, about, one amount is the other, where that is what two units differ by. */
function factorBetween(one: Pence, other: Pence): bigint | null {
  const [small, large] = [size(one), size(other)].toSorted((a, b) => (a < b ? -1 : 1))
  if (small === undefined || large === undefined || small === 0n) return null
  return factors.find((factor) => large * 2n >= small * factor && large <= small * factor * 2n) ?? null
}

/** Budgets that are about a thousand or a million times what is held, or as small a part of it: read in the wrong unit. */
export function unitsApart(
  lines: readonly ServiceLine[],
  known: (line: ServiceLine) => Pence,
  unit: MoneyUnit,
): Apart[] {
  const judged = lines.map((line) => ({
    line,
    held: known(line),
    factor: factorBetween(line.budget, known(line)),
  }))
  const comparable = judged.filter(({ line, held }) => held !== 0n && line.budget !== 0n)
  const apart = comparable.filter(({ factor }) => factor !== null)
  const [first] = apart
  if (!first) return rowsApart(judged, unit)
  if (
    apart.length === comparable.length &&
    apart.length > 1 &&
    apart.every(({ factor }) => factor === first.factor)
  ) {
    const question = ask(
      first.line.rows[0],
      'Every budget of the file is',
      first,
      `, and so on. Is the unit right? The amounts were read in ${unit}: state the unit of the file.`,
      unit,
    )
    return [{ question, services: apart.map(({ line }) => line.service) }]
  }
  const each = apart.map((one) => ({
    question: ask(
      one.line.rows[0],
      `The budget of ${one.line.name} is`,
      one,
      ` (${placesText(one.line.rows)}). Is this row in another unit than the rest? Write every amount in one unit.`,
      unit,
    ),
    services: [one.line.service],
  }))
  return [
    ...each,
    ...rowsApart(
      judged.filter(({ factor }) => factor === null),
      unit,
    ),
  ]
}

type Judged = { readonly line: ServiceLine; readonly held: Pence; readonly factor: bigint | null }

const ask = (
  place: (Place & { amounts: ServiceLine['rows'][number]['amounts'] }) | undefined,
  what: string,
  { line, held, factor }: Judged,
  then: string,
  unit: MoneyUnit,
): FinanceProblem => {
  const way = size(line.budget) > size(held) ? 'times' : 'times smaller than'
  const amount = place?.amounts.get('budget')
  return problemAt(
    place ?? { sheet: '', row: 1 },
    amount?.column ?? 'budget',
    amount?.written ?? '',
    `${what} about ${(factor ?? 1n).toLocaleString('en-GB')} ${way} what is held: ${moneyText(line.budget, unit)} against ${moneyText(held, unit)}${then}`,
  )
}

/** A single cost centre of a hundred times its whole service’s budget. */
const rowsApart = (judged: readonly Judged[], unit: MoneyUnit): Apart[] =>
  judged.flatMap(({ line, held }) => {
    const odd = line.rows.filter(({ amounts }) => {
      const budget = size(amounts.get('budget')?.pence ?? 0n)
      return held !== 0n && line.rows.length > 1 && budget > size(held) * 100n
    })
    const [row] = odd
    if (!row) return []
    const budget = row.amounts.get('budget')
    const message = `${placesText(odd)}: more than a hundred times the whole budget held for ${line.name}, ${moneyText(held, unit)}. Is it in another unit than the rest? Write every amount in one unit.`
    return [
      {
        question: problemAt(row, budget?.column ?? 'budget', budget?.written ?? '', sentenceCase(message)),
        services: [line.service],
      },
    ]
  })
