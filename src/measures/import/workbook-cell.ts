import type { CellValue } from 'hucre'
import { numberAsShown, shiftDecimal } from '../../domain/import/decimal-text.ts'

/** What a spreadsheet keeps beside a cell's value: its formula, and how it is shown. */
export type CellFacts =
  | {
      readonly formula?: string
      readonly formulaResult?: CellValue | null
      readonly style?: { readonly numFmt?: string }
    }
  | undefined

/**
 * A spreadsheet's cell as text, as a person sees it: 12.5% where the sheet shows a percentage of what it holds as 0.125, a
 * month where it shows one of what it holds as a day. A formula gives its result, or itself when it has none.
 */
export function cellText(value: CellValue | undefined, facts: CellFacts): string {
  const held = value ?? facts?.formulaResult ?? null
  if (held === null || held === '') return facts?.formula ? `=${facts.formula}`.slice(0, 200) : ''
  const format = facts?.style?.numFmt ?? ''
  if (held instanceof Date) return dateText(held, format)
  if (typeof held === 'number') {
    if (!Number.isFinite(held)) return String(held)
    return format.includes('%') ? `${percentText(held)}%` : numberAsShown(held)
  }
  if (typeof held === 'boolean') return held ? 'TRUE' : 'FALSE'
  return typeof held === 'string' ? held : String(held)
}

const percentText = (value: number): string => {
  const text = shiftDecimal(numberAsShown(Math.abs(value)), 2)
  return `${value < 0 ? '-' : ''}${text.includes('.') ? text.replace(/\.?0+$/, '') : text}`
}

function dateText(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '#VALUE!'
  const iso = date.toISOString()
  const shown = format.toLowerCase().replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (shown !== '' && !shown.includes('d')) {
    if (shown.includes('m') && shown.includes('y')) return iso.slice(0, 7)
    if (shown.includes('y')) return iso.slice(0, 4)
  }
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
}
