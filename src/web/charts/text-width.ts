/**
 * Widths of the printable ASCII characters from space on, in thousandths of the size: Helvetica's, from the Adobe
 * Font Metrics that Arial and Liberation Sans keep to. A server that draws text has no browser to ask.
 */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const

const boldIsWiderBy = 1.07

export function textWidth(words: string, size: number, bold = false): number {
  let thousandths = 0
  for (let index = 0; index < words.length; index++) {
    thousandths += widths[words.charCodeAt(index) - 32] ?? 600
  }
  return (thousandths / 1000) * size * (bold ? boldIsWiderBy : 1)
}

/** Lines no wider than `most`, broken between words; a single longer word is left whole. */
export function wrapText(words: string, most: number, size: number, bold = false): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size, bold) > most) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
