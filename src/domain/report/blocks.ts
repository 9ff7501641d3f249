import type { Chart, StatusTone } from './chart.ts'

/**
 * The document model. A report is a list of blocks and nothing else: every renderer (page, Word, …) draws the same
 * blocks, so that all outputs agree to the last digit. The union is closed; there is no markup in it.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly chart: Chart; readonly source: string }
  | {
      readonly kind: 'callout'
      readonly tone: StatusTone
      readonly title: string
      readonly text: readonly Inline[]
    }

/**
 * Text, or a figure bound to the data. A figure is written once by the section that looked it up; `text` is what is
 * printed, `value` the exact value and `source` where it came from, both listed in the report's manifest.
 */
export type Inline = string | Figure

export type Figure = {
  readonly kind: 'figure'
  readonly text: string
  /** Exact, as a decimal string, so that no binary float stands between the data and the manifest. */
  readonly value: string
  readonly source: string
}

export type Table = {
  /** File-name safe, unique in the report: becomes the CSV name and the sheet name. */
  readonly name: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}

export type Column = {
  readonly key: string
  readonly label: string
  readonly align: 'left' | 'right'
  /** Share of the width in Word and print, as a weight. */
  readonly weight: number
}

export type Row = {
  /** 'total' rows are drawn heavier; 'group' rows head the rows after them. */
  readonly role: 'body' | 'total' | 'group'
  readonly cells: readonly Cell[]
}

export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly href?: string }
  | {
      readonly kind: 'number'
      readonly text: string
      readonly value: string | null
      readonly source: string | null
    }
  | { readonly kind: 'status'; readonly text: string; readonly tone: StatusTone }

export type Report = {
  readonly kind: string
  readonly title: string
  readonly subtitle: string
  readonly council: string
  readonly period: string
  readonly language: 'en-GB'
  readonly blocks: readonly Block[]
}
