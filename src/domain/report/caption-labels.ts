import type { Block } from './blocks.ts'

/** 'Table 1', 'Figure 2' for every table and figure block in order, so that all outputs number them alike. */
export const captionLabels = (blocks: readonly Block[]): ReadonlyMap<Block, string> => {
  const labels = new Map<Block, string>()
  let tables = 0
  let figures = 0
  for (const block of blocks) {
    if (block.kind === 'table') {
      tables += 1
      labels.set(block, `Table ${tables}`)
    } else if (block.kind === 'figure') {
      figures += 1
      labels.set(block, `Figure ${figures}`)
    }
  }
  return labels
}
