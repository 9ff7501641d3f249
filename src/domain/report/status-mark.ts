import type { StatusTone } from './chart.ts'

/**
 * The shape that goes beside a status word in text, so that a status is never colour alone: the same shapes that
 * pages draw.
 */
export const statusMark: Readonly<Record<StatusTone, string>> = {
  exceeding: '★',
  good: '●',
  close: '▲',
  bad: '◆',
  neutral: '○',
  unjudged: '□',
  none: '–',
}
