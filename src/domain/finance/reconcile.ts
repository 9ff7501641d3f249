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
  /** It differs, and rounding of its lines accounts for it. */
  readonly byRounding: boolean
  readonly says: string
}

/**
 * Holds a printed total against the total of the lines. A difference is shown, never forced away. `roundedLines` says how
 * many of the lines are themselves printed as coarsely as the total, so that rounding them can account for a difference.
 */
export function reconcile(control: ControlTotal, computed: Pence, roundedLines = 0): Reconciliation {
  const difference = roundPence(computed, control.precision) - control.printed
  return {
    ...control,
    computed,
    difference,
    agrees: difference === 0n,
    byRounding: difference !== 0n && isRounding(control.precision, difference, roundedLines),
    says: sentence(control, computed, difference, roundedLines),
  }
}

function sentence(
  { title, printed, precision }: ControlTotal,
  computed: Pence,
  difference: Pence,
  roundedLines: number,
): string {
  const text = (amount: Pence) =>
    precision >= 100_000n ? poundsMillionText(amount) : `£${wholePoundsText(amount)}`.replace('£−', '−£')
  if (difference === 0n) return `${title}: the lines add up to the printed ${text(printed)}.`
  const gap = text(difference < 0n ? -difference : difference)
  const way = difference < 0n ? 'less' : 'more'
  const why = isRounding(precision, difference, roundedLines)
    ? `The ${roundedLines} lines are rounded to ${text(precision)} each, which accounts for it.`
    : 'The paper does not explain the difference.'
  return `${title}: the lines add up to ${text(computed)}, ${gap} ${way} than the printed ${text(printed)}. ${why}`
}

/** Each line may be out by half a step, and the total by half a step more. */
const isRounding = (precision: Pence, difference: Pence, roundedLines: number): boolean =>
  roundedLines > 0 &&
  (difference < 0n ? -difference : difference) * 2n <= precision * BigInt(roundedLines + 1)
