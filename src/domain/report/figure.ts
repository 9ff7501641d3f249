import type { Figure } from './blocks.ts'

/** A number in a sentence, bound to what it was computed from. */
export const figure = (text: string, value: string | number, source: string): Figure => ({
  kind: 'figure',
  text,
  value: String(value),
  source,
})

/** How many there are: printed with separators, listed exactly. */
export const count = (n: number, source: string): Figure => figure(n.toLocaleString('en-GB'), n, source)
