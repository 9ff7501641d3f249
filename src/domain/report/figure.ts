import type { Figure, Inline } from './blocks.ts'

/** A number in a sentence, bound to what it was computed from. */
export const figure = (text: string, value: string | number, source: string): Figure => ({
  kind: 'figure',
  text,
  value: String(value),
  source,
})

/** Words and figures as they are read, for where nothing can be bound. */
export const inlineText = (parts: readonly Inline[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')

/** How many there are: printed with separators, listed exactly. */
export const count = (n: number, source: string): Figure => figure(n.toLocaleString('en-GB'), n, source)
