import type { Period } from '../period.ts'
import { whenText } from '../period-text.ts'
import { quantityText, type Unit } from '../quantity.ts'

export type Usual = { readonly low: number; readonly high: number }

export type ExpectedFacts = {
  readonly unit: Unit
  readonly decimals: number
  /** The figure before the one asked for; null when there is none. */
  readonly last: { readonly period: Period; readonly value: number } | null
  /** Where the figure lies eight times in ten, judged by those before; null when they tell too little. */
  readonly usual: Usual | null
}

/** 'Last time 84.8% (2023/24 Q4); between 82.1% and 87.9% would be usual.' */
export function expectedWords({ unit, decimals, last, usual }: ExpectedFacts): string {
  const text = (value: number) => quantityText(value, unit, decimals)
  if (last === null) return 'No earlier figure is held.'
  const before = `Last time ${text(last.value)} ${whenText(last.period)}`
  if (usual === null) return `${before}.`
  const [low, high] = [text(usual.low), text(usual.high)]
  return low === high
    ? `${before}; about ${low} would be usual.`
    : `${before}; between ${low} and ${high} would be usual.`
}
