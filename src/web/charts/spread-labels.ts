/** Something with a height that wants to stand at `wanted` (its middle). */
export type Wanting = { readonly wanted: number; readonly height: number }

/**
 * Middles for the labels, in the order given, as near to where each wants to be as fits between `top` and `bottom`
 * without two overlapping. Labels that collide are gathered into a block that stands around their common middle.
 */
export function spreadLabels(labels: readonly Wanting[], top: number, bottom: number): readonly number[] {
  type Block = { members: number[]; middle: number; height: number }
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => (labels[a]?.wanted ?? 0) - (labels[b]?.wanted ?? 0))
  const blocks: Block[] = []
  for (const index of order) {
    const label = labels[index]
    if (label === undefined) continue
    let block: Block = { members: [index], middle: label.wanted, height: label.height }
    block.middle = within(block, top, bottom)
    for (let above = blocks.at(-1); above !== undefined; above = blocks.at(-1)) {
      if (above.middle + above.height / 2 <= block.middle - block.height / 2) break
      blocks.pop()
      block = merged(above, block)
      block.middle = within(block, top, bottom)
    }
    blocks.push(block)
  }
  const middles = new Array<number>(labels.length).fill(0)
  for (const { members, middle, height } of blocks) {
    let edge = middle - height / 2
    for (const index of members) {
      const own = labels[index]?.height ?? 0
      middles[index] = edge + own / 2
      edge += own
    }
  }
  return middles

  function merged(above: Block, below: Block): Block {
    const members = [...above.members, ...below.members]
    const height = above.height + below.height
    // The middle at which the members are, on average, nearest to where they want to be.
    let before = 0
    let total = 0
    for (const index of members) {
      const label = labels[index]
      if (label === undefined) continue
      total += label.wanted - (before + label.height / 2)
      before += label.height
    }
    return { members, height, middle: total / members.length + height / 2 }
  }
}

function within({ middle, height }: { middle: number; height: number }, top: number, bottom: number): number {
  return Math.max(top + height / 2, Math.min(bottom - height / 2, middle))
}
