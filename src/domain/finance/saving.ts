import { type Pence, poundsMillionText, sumPence } from '../money.ts'

export type SavingAmounts = {
  readonly planned: Pence
  readonly delivered: Pence
  /** Of what is still to deliver, what may not be; null where nobody has said. */
  readonly atRisk: Pence | null
}

export type SavingStanding = SavingAmounts & {
  readonly stillToDeliver: Pence
  /** What was delivered beyond the plan. */
  readonly beyond: Pence
}

export function savingStanding({ planned, delivered, atRisk }: SavingAmounts): SavingStanding {
  const left = planned - delivered
  return {
    planned,
    delivered,
    atRisk,
    stillToDeliver: left > 0n ? left : 0n,
    beyond: left < 0n ? -left : 0n,
  }
}

/** Programmes together. The risk of the whole is known only when that of every programme is. */
export function savingsTotal(programmes: readonly SavingStanding[]): SavingStanding {
  const sum = (of: (each: SavingStanding) => Pence) => sumPence(programmes.map(of))
  return {
    planned: sum(({ planned }) => planned),
    delivered: sum(({ delivered }) => delivered),
    stillToDeliver: sum(({ stillToDeliver }) => stillToDeliver),
    beyond: sum(({ beyond }) => beyond),
    atRisk: programmes.some(({ atRisk }) => atRisk === null) ? null : sum(({ atRisk }) => atRisk ?? 0n),
  }
}

export type SavingProblem = { readonly field: 'delivered' | 'atRisk'; readonly text: string }

/** What is wrong with a progress as it was given. */
export function progressProblems(
  planned: Pence,
  given: Pick<SavingAmounts, 'delivered' | 'atRisk'>,
): SavingProblem[] {
  const { delivered, atRisk } = given
  const { stillToDeliver } = savingStanding({ planned, ...given })
  if (delivered < 0n) return [{ field: 'delivered', text: 'What was delivered cannot be below nought.' }]
  if (atRisk === null) return []
  if (atRisk < 0n) return [{ field: 'atRisk', text: 'What is at risk cannot be below nought.' }]
  if (atRisk > stillToDeliver)
    return [
      {
        field: 'atRisk',
        text: `${poundsMillionText(atRisk)} is given as at risk, and only ${poundsMillionText(stillToDeliver)} is still to deliver. Give the part of it that may not be delivered.`,
      },
    ]
  return []
}
