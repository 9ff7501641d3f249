import { quantityText, type Unit } from '../quantity.ts'
import { CONFIDENCE_95, zOf } from '../statistics/confidence.ts'
import { multiplierOf } from './combine-multiplier.ts'
import type { MaskedFigure, MaskingPart } from './masking.ts'

/** The total moved one way and every part of it the other. Changes are in the measure's unit, later less earlier. */
export type MaskingChange = {
  readonly total: 'better' | 'worse'
  readonly totalChange: number
  /** The change had the parts kept their shares of the whole. */
  readonly sameMixChange: number
  readonly lower: number
  readonly upper: number
  readonly says: string
}

type Pair = { readonly now: Known; readonly before: Known }
type Known = { readonly numerator: number; readonly denominator: number }

/**
 * Simpson's paradox between two periods, or null. Every part must move against the total, and their common movement, weighted
 * by the parts' shares of both periods together, must be clear of nought at 95 %.
 *
 * Source: Simpson, 1951, JRSS B 13(2), 238–241; the weighted difference is direct standardisation of proportions (variance
 * p(1 − p)/n) or rates (variance x/n²), as in Fleiss, Levin and Paik, 2003, Statistical Methods for Rates and Proportions, ch. 19.
 */
export function paradoxOf(
  total: MaskedFigure & { readonly earlier?: MaskedFigure | null },
  parts: readonly MaskingPart[],
  sign: 1 | -1,
  { unit, decimals }: { readonly unit: Unit; readonly decimals: number },
): MaskingChange | null {
  const multiplier = multiplierOf(unit)
  const before = total.earlier
  if (!before || multiplier === null || unit === 'score') return null
  const pairs = parts.flatMap((part) => pairOf(part) ?? [])
  if (pairs.length < parts.length || pairs.length < 2) return null
  const totalChange = total.value - before.value
  const against = pairs.every(({ now, before: then }) => totalChange * (rate(now) - rate(then)) < 0)
  if (!against) return null
  const all = pairs.reduce((sum, { now, before: then }) => sum + now.denominator + then.denominator, 0)
  let change = 0
  let variance = 0
  for (const { now, before: then } of pairs) {
    const share = (now.denominator + then.denominator) / all
    change += share * (rate(now) - rate(then))
    variance += share ** 2 * (varianceOf(now, unit) + varianceOf(then, unit))
  }
  const reach = zOf(CONFIDENCE_95) * Math.sqrt(variance)
  if (Math.abs(change) <= reach) return null
  const [lower, upper] = [(change - reach) * multiplier, (change + reach) * multiplier]
  const direction = sign * totalChange > 0 ? 'better' : 'worse'
  const opposite = direction === 'better' ? 'worse' : 'better'
  const text = (value: number) => quantityText(value, unit, decimals)
  return {
    total: direction,
    totalChange,
    sameMixChange: change * multiplier,
    lower,
    upper,
    says: `The total went from ${text(before.value)} to ${text(total.value)}, which is ${direction}, while every part of it got ${opposite}: what changed is how many belong to which part, not how each does.`,
  }
}

function pairOf({ numerator, denominator, earlier }: MaskingPart): Pair | null {
  const [now, before] = [
    knownOf({ numerator, denominator }),
    earlier ? knownOf({ numerator: earlier.numerator, denominator: earlier.denominator }) : null,
  ]
  return now && before ? { now, before } : null
}

const knownOf = ({ numerator, denominator }: Omit<MaskedFigure, 'value'>): Known | null =>
  numerator === null || denominator === null || denominator <= 0 ? null : { numerator, denominator }

const rate = ({ numerator, denominator }: Known): number => numerator / denominator

function varianceOf(known: Known, unit: Unit): number {
  const p = rate(known)
  return unit === 'percentage' ? (p * (1 - p)) / known.denominator : p / known.denominator
}
