import { numberText } from '../../domain/quantity.ts'

export type Unit = { readonly decimals: number; readonly unitSuffix: string; readonly unitPrefix?: string }

/** '£1,250', '54.1%': the unit beside the number only while it is short; the axis title says a long one. */
export function valueText(value: number, { decimals, unitSuffix, unitPrefix = '' }: Unit): string {
  const number = numberText(value, decimals)
  const suffix = unitSuffix.length <= 2 ? unitSuffix : ''
  return number.startsWith('−')
    ? `−${unitPrefix}${number.slice(1)}${suffix}`
    : `${unitPrefix}${number}${suffix}`
}

/** Ticks fall on round numbers, so they need only as many decimals as tell them apart. */
export function tickText(value: number, step: number, unit: Unit): string {
  const needed = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  return valueText(value, { ...unit, decimals: Math.min(needed, Math.max(unit.decimals, needed)) })
}
