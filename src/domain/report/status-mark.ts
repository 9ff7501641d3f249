import type { StatusTone } from './chart.ts'

/**
 * The shape that goes beside a status word, so that a status is never colour alone. All are in the old Windows
 * glyph list, so every office machine's Arial has them.
 */
export const statusMark: Readonly<Record<StatusTone, string>> = {
  exceeding: '▲',
  good: '●',
  close: '■',
  bad: '▼',
  neutral: '○',
  none: '–',
}
