import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { type Pence, poundsText } from '../../domain/money.ts'

/** Something of the paper with an amount of its own. */
export type NamedAmount = { readonly title: string; readonly amount: Pence }

/**
 * Where an unexplained difference is just the amount of something else in the paper, that is pointed out: somebody who
 * knows can look there first. It explains nothing by itself.
 */
export function sameAmounts(
  reconciliations: readonly Reconciliation[],
  items: readonly NamedAmount[],
): readonly string[] {
  const differences = new Set(
    reconciliations
      .filter(({ agrees, byRounding }) => !agrees && !byRounding)
      .map(({ difference }) => (difference < 0n ? -difference : difference)),
  )
  return [...differences].flatMap((difference) => {
    const titles = items.filter(({ amount }) => amount === difference).map(({ title }) => title)
    if (titles.length === 0) return []
    return [
      `${poundsText(difference)} is also the amount of ${titles.join(' and of ')}. The paper does not say that it is the cause.`,
    ]
  })
}
