import { numberAsShown } from '../import/decimal-text.ts'
import { multiplierOf } from '../measures/combine-multiplier.ts'
import { combinePeriods } from '../measures/combine-periods.ts'
import type { Aggregation } from '../measures/measure.ts'
import type { Observation } from '../measures/observation.ts'
import { contains, type Period, samePeriod } from '../period.ts'
import { periodText } from '../period-text.ts'
import type { Unit } from '../quantity.ts'
import {
  atMost,
  decimalText,
  dividedBy,
  type Fraction,
  fractionOf,
  halfPlace,
  minus,
  size,
  times,
} from './fraction.ts'

export type RecordedFigure = {
  readonly period: Period
  /** As recorded, as decimal texts. */
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly unit: Unit
  readonly decimals: number
  readonly aggregation: Aggregation
}

export type RePerformed = {
  readonly kind: 'agrees' | 'differs' | 'not-possible'
  /** What came out, to two decimals more than the figure is shown with; null where it could not be done. */
  readonly recomputed: string | null
  /** Recorded less recomputed, likewise. */
  readonly difference: string | null
  /** How it was worked out, each step in words. */
  readonly steps: readonly string[]
  readonly says: string
}

export const rePerformedWords = {
  agrees: { text: 'Agrees', tone: 'good' },
  differs: { text: 'Differs', tone: 'bad' },
  'not-possible': { text: 'Cannot be re-performed', tone: 'none' },
} as const

const MORE_DECIMALS = 2

/**
 * Works a recorded figure out again: from its numerator and denominator where it has them, otherwise from the figures of
 * shorter periods that make it, as its aggregation says. It agrees when rounding to the figure's decimals alone explains the difference.
 * `held` is every figure of the same series and area.
 */
export function rePerform(figure: RecordedFigure, held: readonly Observation[]): RePerformed {
  const recorded = figure.value === null ? null : fractionOf(figure.value)
  if (recorded === null) return notPossible('Cannot be re-performed: there is no value.')
  const multiplier = multiplierOf(figure.unit)
  const { numerator, denominator } = figure
  if (multiplier !== null && numerator !== null && denominator !== null)
    return fromRatio(figure, recorded, { multiplier, numerator, denominator })
  const parts = held.filter(
    ({ period }) => contains(figure.period, period) && !samePeriod(figure.period, period),
  )
  if (parts.length > 0 && figure.aggregation !== 'none') return fromParts(figure, recorded, parts)
  return notPossible(whyNot(figure, multiplier))
}

function fromRatio(
  figure: RecordedFigure,
  recorded: Fraction,
  given: { readonly multiplier: number; readonly numerator: string; readonly denominator: string },
): RePerformed {
  const { multiplier, numerator, denominator } = given
  const [above, below] = [fractionOf(numerator), fractionOf(denominator)]
  if (above === null || below === null || below.of === 0n)
    return notPossible(`Cannot be re-performed: ${numerator} over ${denominator} is no ratio.`)
  const by = multiplier === 1 ? '' : ` × ${multiplier.toLocaleString('en-GB')}`
  const recomputed = times(dividedBy(above, below), { of: BigInt(multiplier), over: 1n })
  return compared(figure, recorded, recomputed, `${numerator} ÷ ${denominator}${by}`)
}

function fromParts(figure: RecordedFigure, recorded: Fraction, parts: readonly Observation[]): RePerformed {
  const combined = combinePeriods(parts, figure.period, figure)
  if (!combined.ok) return notPossible(`Cannot be re-performed from shorter periods: ${combined.reason}.`)
  const recomputed = fractionOf(numberAsShown(combined.value))
  if (recomputed === null) return notPossible('Cannot be re-performed: the parts give no number.')
  const of = parts.map(({ period, value }) => `${periodText(period)}: ${value}`).join('; ')
  const how = {
    sum: 'the sum',
    latest: 'the latest',
    mean: 'the mean',
    ratio: 'numerators over denominators',
  }
  const rule = figure.aggregation === 'none' ? '' : how[figure.aggregation]
  return compared(figure, recorded, recomputed, `${rule} of ${of}`)
}

function compared(
  { decimals, value }: RecordedFigure,
  recorded: Fraction,
  recomputed: Fraction,
  worked: string,
): RePerformed {
  const apart = minus(recorded, recomputed)
  const agrees = atMost(size(apart), halfPlace(decimals))
  const shown = decimalText(recomputed, decimals + MORE_DECIMALS)
  const tolerance = decimalText(halfPlace(decimals), decimals + 1)
  const difference = decimalText(apart, decimals + MORE_DECIMALS)
  return {
    kind: agrees ? 'agrees' : 'differs',
    recomputed: shown,
    difference,
    steps: [`${worked} = ${shown}`, `Recorded ${value}; recorded less recomputed: ${difference}`],
    says: agrees
      ? `It comes out at ${shown}, which agrees with ${value} within ${tolerance}, what rounding can do.`
      : `It comes out at ${shown} and ${value} is recorded: ${difference} apart, more than the ${tolerance} that rounding can do.`,
  }
}

function whyNot({ numerator, denominator }: RecordedFigure, multiplier: number | null): string {
  if (multiplier === null)
    return 'Cannot be re-performed: it is an amount, and no figures of shorter periods are held that make it. Test it at its source.'
  const lacking = [numerator === null ? 'numerator' : '', denominator === null ? 'denominator' : '']
  return `Cannot be re-performed: no ${lacking.filter(Boolean).join(' and no ')} recorded.`
}

const notPossible = (says: string): RePerformed => ({
  kind: 'not-possible',
  recomputed: null,
  difference: null,
  steps: [],
  says,
})
