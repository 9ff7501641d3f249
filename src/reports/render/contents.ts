import type { Block } from '../../domain/report/blocks.ts'

type Heading = Extract<Block, { kind: 'heading' }>

/** What the contents list shows: two levels, and nothing at all for a paper with fewer than three headings. */
export const contentsOf = (blocks: readonly Block[]): readonly Heading[] => {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading' && block.level < 3)
  return headings.length < 3 ? [] : headings
}

/** A long paper opens with its contents on a page of their own. */
export const hasOpeningPage = (blocks: readonly Block[]): boolean => contentsOf(blocks).length >= 8
