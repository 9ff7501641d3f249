import { textSize } from './chart-size.ts'
import { ink } from './palette.ts'
import { text } from './svg.ts'
import { textWidth, wrapText } from './text-width.ts'

export type KeyItem = {
  /** Drawn in a box of 22 by 16 with its top left corner at x and y. */
  readonly swatch: (x: number, y: number) => string
  readonly label: string
}

const swatchRoom = 28
const gap = 22
const rowHeight = 22

/** Small pictures with their words, from left to right and on to the next row; a long label takes several lines. */
export function flowKey(
  items: readonly KeyItem[],
  width: number,
  top: number,
): { readonly drawn: string; readonly height: number } {
  let x = 0
  let y = top
  let tallest = 1
  const drawn = items.map(({ swatch, label }) => {
    const lines = wrapText(label, width - swatchRoom, textSize)
    const own = swatchRoom + Math.max(...lines.map((line) => textWidth(line, textSize)))
    if (x > 0 && x + own > width) {
      x = 0
      y += rowHeight + (tallest - 1) * 17
      tallest = 1
    }
    tallest = Math.max(tallest, lines.length)
    const words = lines.map((line, row) =>
      text(line, { x: x + swatchRoom, y: y + 13 + row * 17, fill: ink.quiet }),
    )
    const part = swatch(x, y) + words.join('')
    x += own + gap
    return part
  })
  return {
    drawn: drawn.join(''),
    height: items.length === 0 ? 0 : y - top + rowHeight + (tallest - 1) * 17,
  }
}
