import type { StatusTone } from '../../domain/report/chart.ts'
import { markInk } from './palette.ts'
import { tenth } from './svg.ts'

/** Each status has its own shape in a square of 16, so that it is known without its colour. */
const shapes: Record<StatusTone, (ink: string) => string> = {
  exceeding: (ink) =>
    `<path fill="${ink}" d="M8 .8l2.2 4.7 5.1.6-3.8 3.5 1 5.1L8 12.2l-4.5 2.5 1-5.1L.7 6.1l5.1-.6z"/>`,
  good: (ink) => `<circle cx="8" cy="8" r="6.6" fill="${ink}"/>`,
  close: (ink) => `<path fill="${ink}" d="M8 1.2l7.2 13H.8z"/>`,
  bad: (ink) => `<path fill="${ink}" d="M8 .6L15.4 8 8 15.4.6 8z"/>`,
  neutral: (ink) => `<circle cx="8" cy="8" r="5.6" fill="none" stroke="${ink}" stroke-width="2.2"/>`,
  unjudged: (ink) =>
    `<rect x="3" y="3" width="10" height="10" fill="none" stroke="${ink}" stroke-width="1.6"/>`,
  none: (ink) => `<path d="M2.5 8h11" stroke="${ink}" stroke-width="2.2" fill="none"/>`,
}

/** For a page: hidden from screen readers, because the word stands beside it. */
export function statusMark(tone: StatusTone): string {
  return `<svg class="gt-mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">${shapes[tone](markInk[tone])}</svg>`
}

/** Inside another drawing, with its top left corner at x and y, and `size` across. */
export function placedMark(
  tone: StatusTone,
  { x, y, size = 16, colour = markInk[tone] }: { x: number; y: number; size?: number; colour?: string },
): string {
  const scale = size === 16 ? '' : ` scale(${size / 16})`
  return `<g transform="translate(${tenth(x)} ${tenth(y)})${scale}">${shapes[tone](colour)}</g>`
}
