import { millionsDecimal, millionsText, type Pence, poundsDecimal, wholePoundsText } from '../domain/money.ts'
import type { Cell, Column } from '../domain/report/blocks.ts'

export const column = (key: string, label: string, align: Column['align'], weight = 1): Column => ({
  key,
  label,
  align,
  weight,
})
export const text = (words: string): Cell => ({ kind: 'text', text: words })
/** An amount as £m to three decimals; its exact value in millions goes with it. */
export const millions = (amount: Pence, source: string): Cell => ({
  kind: 'number',
  text: millionsText(amount),
  value: millionsDecimal(amount),
  source,
})
/** An amount in whole pounds; its exact value in pounds goes with it. */
export const pounds = (amount: Pence, source: string): Cell => ({
  kind: 'number',
  text: wholePoundsText(amount),
  value: poundsDecimal(amount),
  source,
})

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
