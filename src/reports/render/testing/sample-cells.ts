import type { Cell, Column } from '../../../domain/report/blocks.ts'

export const text = (words: string, href?: string): Cell =>
  href === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, href }
export const number = (printed: string, value: string | null, source: string | null = 'measures'): Cell => ({
  kind: 'number',
  text: printed,
  value,
  source,
})
export const column = (
  key: string,
  label: string,
  weight: number,
  align: 'left' | 'right' = 'left',
): Column => ({
  key,
  label,
  align,
  weight,
})
