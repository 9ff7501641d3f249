import type { Block } from '../../domain/report/blocks.ts'
import { isWide } from './wide-table.ts'

/** A run of blocks printed on pages of one orientation. */
export type Sheet = { readonly orientation: 'portrait' | 'landscape'; readonly blocks: readonly Block[] }

/** Wide tables go on landscape pages, and take with them the heading and the few lines that lead up to them. */
export const sheetsOf = (blocks: readonly Block[]): readonly Sheet[] => {
  const sheets: { orientation: Sheet['orientation']; blocks: Block[] }[] = []
  const place = (orientation: Sheet['orientation'], ...placed: readonly Block[]) => {
    const current = sheets.at(-1)
    if (placed.length === 0) return
    if (current?.orientation === orientation) current.blocks.push(...placed)
    else sheets.push({ orientation, blocks: [...placed] })
  }
  let waiting: Block[] = []
  for (const block of blocks) {
    waiting.push(block)
    if (block.kind !== 'table' || !isWide(block.table)) continue
    const lead = leadLength(waiting.slice(0, -1))
    const start = waiting.length - 1 - lead
    place('portrait', ...waiting.slice(0, start))
    place('landscape', ...waiting.slice(start))
    waiting = []
  }
  place('portrait', ...waiting)
  return sheets
}

/** How many of the last blocks introduce what follows: at most two paragraphs, and the headings over them. */
const leadLength = (before: readonly Block[]): number => {
  const lastOther = before.findLastIndex((block) => block.kind !== 'paragraph')
  const paragraphs = before.length - 1 - lastOther
  if (paragraphs > 2 || before[lastOther]?.kind !== 'heading') return 0
  const lastContent = before.findLastIndex((block, index) => index <= lastOther && block.kind !== 'heading')
  return before.length - 1 - lastContent
}
