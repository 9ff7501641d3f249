import { millionsDecimal, millionsText, type Pence, poundsDecimal, wholePoundsText } from '../money.ts'
import { numberText } from '../quantity.ts'
import type { Cell, Column, Row } from './blocks.ts'

export const column = (key: string, label: string, align: Column['align'] = 'left', weight = 1): Column => ({
  key,
  label,
  align,
  weight,
})

export const text = (words: string, href?: string): Cell =>
  href === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, href }

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

export const number = (value: number, source: string): Cell => ({
  kind: 'number',
  text: numberText(value, Number.isInteger(value) ? 0 : 1),
  value: String(value),
  source,
})
/** What is not there, said. */
export const missing = (words: string): Cell => ({ kind: 'number', text: words, value: null, source: null })

/** The head of the rows after it, in a table of so many columns. */
export const groupRow = (title: string, columns: number): Row => ({
  role: 'group',
  cells: Array.from({ length: columns }, (_, place) => text(place === 0 ? title : '')),
})

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
