import { type Pence, poundsMillionText, roundPence, wholePoundsText } from '../money.ts'

/** A total as a paper printed it, and the smallest step it was printed in (£0.001m is 100,000 pence). */
export type ControlTotal = {
  readonly title: string
  readonly printed: Pence
  readonly precision: Pence
  readonly source: string
}

export type Reconciliation = ControlTotal & {
  readonly computed: Pence
  /** Computed less printed, after rounding the computed total as the paper rounded. */
  readonly difference: Pence
  readonly agrees: boolean
  readonly says: string
}

/** Holds a printed total against the total of the lines. A difference is shown, never forced away. */
export function reconcile(control: ControlTotal, computed: Pence): Reconciliation {
  const difference = roundPence(computed, control.precision) - control.printed
  return {
    ...control,
    computed,
    difference,
    agrees: difference === 0n,
    says: sentence(control, computed, difference),
  }
}

function sentence({ title, printed, precision }: ControlTotal, computed: Pence, difference: Pence): string {
  const text = (amount: Pence) =>
    precision >= 100_000n ? poundsMillionText(amount) : `£${wholePoundsText(amount)}`.replace('£−', '−£')
  if (difference === 0n) return `${title}: the lines add up to the printed ${text(printed)}.`
  const gap = text(difference < 0n ? -difference : difference)
  const way = difference < 0n ? 'less' : 'more'
  return `${title}: the lines add up to ${text(computed)}, ${gap} ${way} than the printed ${text(printed)}. The paper does not explain the difference.`
}
