import { quantityText, type Unit } from '../quantity.ts'
import { byarInterval } from '../statistics/byar-interval.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { multiplierOf } from './combine-multiplier.ts'
import { type MaskingChange, paradoxOf } from './masking-paradox.ts'
import type { GoodDirection } from './measure.ts'

/** A value with the numbers behind it, where they are known. */
export type MaskedFigure = {
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
}

export type MaskingPart = MaskedFigure & { readonly name: string; readonly earlier?: MaskedFigure | null }

export type MaskingInput = {
  readonly total: MaskedFigure & { readonly earlier?: MaskedFigure | null }
  readonly parts: readonly MaskingPart[]
  /** What the total is held against. `tolerance` is how far short still counts as close. */
  readonly standard: { readonly says: string; readonly value: number; readonly tolerance?: number } | null
  readonly goodDirection: GoodDirection
  readonly unit: Unit
  readonly decimals: number
}

/** A place or group that the total hides. `sure` is false where no numbers stand behind its value. */
export type Hidden = {
  readonly name: string
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
  readonly sure: boolean
  readonly says: string
}

export type Masking = {
  readonly kind: 'masked' | 'not-masked' | 'not-judged'
  /** Worst first. */
  readonly hidden: readonly Hidden[]
  readonly paradox: MaskingChange | null
  /** Names of parts too small to judge. */
  readonly tooSmall: readonly string[]
  readonly says: string
}

/** All parts together have at most this chance that one is named though nothing is wrong with it. */
const CHANCE_OF_ANY = 0.05
/** Below this many people, cases or (of a rate) events expected, a part is neither judged nor shown. */
export const LEAST_DENOMINATOR = 20
export const LEAST_EXPECTED = 5

/**
 * Whether a total that is at its target or benchmark hides a place or group that is not, or moves one way while every part of
 * it moves the other (Simpson's paradox).
 *
 * Method: a part is named when the whole of its interval (Wilson for percentages, Byar for rates and counts over a population) is
 * on the bad side, at a confidence of 1 − 0.05 ÷ the parts judged (Bonferroni, 1936), so that noise is seldom reported however
 * many parts there are. Without numerators a part is named only when it is short by more than the tolerance, and as unsure.
 */
export function maskingOf(input: MaskingInput): Masking {
  const { total, parts, standard, goodDirection } = input
  const none = (says: string): Masking => ({
    kind: 'not-judged',
    hidden: [],
    paradox: null,
    tooSmall: [],
    says,
  })
  if (goodDirection !== 'high' && goodDirection !== 'low')
    return none('Neither way is good or bad, so no part can be worse than the whole.')
  if (parts.length < 2) return none('There are no parts to look behind the total.')
  const sign = goodDirection === 'high' ? 1 : -1
  const tooSmall = parts.filter((part) => isTooSmall(part, input))
  const judged = parts.filter((part) => !tooSmall.includes(part))
  const isFine = standard !== null && sign * (total.value - standard.value) >= 0
  const confidence = 1 - CHANCE_OF_ANY / Math.max(1, judged.length)
  const hidden = !isFine
    ? []
    : judged
        .flatMap((part) => hiddenOf(part, input, standard, sign, confidence) ?? [])
        .sort((a, b) => sign * (a.value - b.value))
  const paradox = paradoxOf(total, judged, sign, input)
  const kind = hidden.length > 0 || paradox !== null ? 'masked' : 'not-masked'
  return {
    kind,
    hidden,
    paradox,
    tooSmall: tooSmall.map(({ name }) => name),
    says: words({ input, isFine, hidden, paradox, judged: judged.length, tooSmall: tooSmall.length }),
  }
}

function isTooSmall({ denominator, value }: MaskingPart, { unit, standard }: MaskingInput): boolean {
  if (denominator === null) return false
  if (denominator < LEAST_DENOMINATOR) return true
  const multiplier = multiplierOf(unit) ?? 1
  return unit !== 'percentage' && ((standard?.value ?? value) * denominator) / multiplier < LEAST_EXPECTED
}

function hiddenOf(
  part: MaskingPart,
  { unit, decimals }: MaskingInput,
  standard: NonNullable<MaskingInput['standard']>,
  sign: 1 | -1,
  confidence: number,
): Hidden | null {
  const short = sign * (standard.value - part.value)
  if (short <= 0) return null
  const text = (value: number) => quantityText(value, unit, decimals)
  const interval = intervalOf(part, unit, confidence)
  if (interval === null) {
    if (standard.tolerance === undefined || short <= standard.tolerance) return null
    const says = `${part.name} is at ${text(part.value)}, short of ${standard.says} by more than the tolerance; the numbers behind it are not known, so this may be chance.`
    return { ...part, lower: null, upper: null, sure: false, says }
  }
  const { lower, upper } = interval
  if (sign > 0 ? upper >= standard.value : lower <= standard.value) return null
  const says = `${part.name} is at ${text(part.value)} (between ${text(lower)} and ${text(upper)}), which is worse than ${standard.says} by more than chance.`
  return { ...part, lower, upper, sure: true, says }
}

function intervalOf(
  { numerator, denominator }: MaskedFigure,
  unit: Unit,
  confidence: number,
): { lower: number; upper: number } | null {
  const multiplier = multiplierOf(unit)
  // A score's numerator is a total of points, which no count's interval fits.
  if (numerator === null || denominator === null || multiplier === null || unit === 'score') return null
  const method = unit === 'percentage' ? wilsonInterval : byarInterval
  const interval = method(numerator, denominator, { confidence, multiplier })
  return interval.ok && interval.upper !== null ? { lower: interval.lower ?? 0, upper: interval.upper } : null
}

function words(found: {
  readonly input: MaskingInput
  readonly isFine: boolean
  readonly hidden: readonly Hidden[]
  readonly paradox: MaskingChange | null
  readonly judged: number
  readonly tooSmall: number
}): string {
  const { input, isFine, hidden, paradox, judged, tooSmall } = found
  const total = `The total, ${quantityText(input.total.value, input.unit, input.decimals)},`
  const sentences: string[] = []
  if (hidden.length > 0)
    sentences.push(
      `${total} is at or better than ${input.standard?.says}, but ${hidden.length} of ${judged} parts ${hidden.length === 1 ? 'is' : 'are'} not. ${hidden[0]?.says}`,
    )
  if (paradox) sentences.push(paradox.says)
  if (sentences.length === 0)
    sentences.push(
      input.standard === null
        ? 'There is nothing to hold the parts against.'
        : isFine
          ? `${total} hides no part that is worse than ${input.standard.says} by more than chance.`
          : `${total} is itself worse than ${input.standard.says}, so it hides nothing.`,
    )
  if (tooSmall > 0) sentences.push(`${tooSmall} of ${judged + tooSmall} parts are too small to judge.`)
  return sentences.join(' ')
}
