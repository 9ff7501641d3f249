import { lineHeight, textSize } from './chart-size.ts'
import { ink } from './palette.ts'
import { text } from './svg.ts'
import { wrapText } from './text-width.ts'

/** Sentences under a drawing, each on as many lines as it needs. */
export function drawNotes(
  notes: readonly string[],
  width: number,
  top: number,
): { readonly drawn: string; readonly height: number } {
  const lines = notes.flatMap((note) => wrapText(note, width, textSize))
  const drawn = lines.map((line, row) =>
    text(line, { x: 0, y: top + 14 + row * lineHeight, fill: ink.quiet }),
  )
  return { drawn: drawn.join(''), height: lines.length === 0 ? 0 : lines.length * lineHeight + 8 }
}
