import type { PointMark } from '../../domain/report/chart.ts'
import { ink, markInkOf } from './palette.ts'
import { pointMark } from './point-mark.ts'

/**
 * The meanings of NHS England's Making Data Count icons in drawings of our own: blue for improvement, orange for concern,
 * grey where nothing but the usual ups and downs is seen, never the colours of a status. Each is hidden from screen readers,
 * because its word stands beside it.
 */
export type VariationIcon = {
  readonly variation: PointMark | 'common-cause'
  /** Which way the latest values moved: up and good is not drawn like down and good. */
  readonly rising: boolean
}

const frame = (name: string, content: string) =>
  `<svg class="gt-spc ${name}" viewBox="0 0 36 20" width="36" height="20" aria-hidden="true" focusable="false">${content}</svg>`

/** A line that stays within its range, or leaves it with marks of the same shape as on the chart. */
export function variationIcon({ variation, rising }: VariationIcon): string {
  const range = `<path d="M1 4.5h34M1 15.5h34" stroke="${ink.bar}" stroke-width="1"/>`
  if (variation === 'common-cause') {
    const d = 'M2 10l6.4-3 6.4 6 6.4-6.5 6.4 6.5 6.4-4'
    return frame(
      'gt-spc--common',
      `${range}<path d="${d}" fill="none" stroke="${ink.common}" stroke-width="1.8" stroke-linejoin="round"/><circle cx="33.6" cy="9" r="2.4" fill="${ink.common}"/>`,
    )
  }
  const up = variation === 'high' || (variation !== 'low' && rising)
  const [near, far] = up ? [7.5, 3.6] : [12.5, 16.4]
  const d = `M2 ${up ? 12 : 8}l7 ${up ? -2 : 2}L17 ${up ? 12 : 8}L24 ${near}L31.5 ${far}`
  return frame(
    `gt-spc--${variation}`,
    `${range}<path d="${d}" fill="none" stroke="${markInkOf[variation]}" stroke-width="1.8"/>${pointMark(variation, 24, near, 3.6)}${pointMark(variation, 31.5, far, 4)}`,
  )
}

export type AssuranceIcon = {
  readonly assurance: 'will-meet' | 'will-miss' | 'hit-and-miss'
  /** Whether higher values are the good ones, so that the range lies on its true side of the target. */
  readonly highIsGood: boolean
}

/** The range of the process as a bar, above, below or across the dashed line of its target. */
export function assuranceIcon({ assurance, highIsGood }: AssuranceIcon): string {
  const colour =
    assurance === 'will-meet'
      ? markInkOf.improvement
      : assurance === 'will-miss'
        ? markInkOf.concern
        : ink.common
  const above = (assurance === 'will-meet') === highIsGood
  const top = assurance === 'hit-and-miss' ? 5.5 : above ? 1 : 12
  const height = assurance === 'hit-and-miss' ? 9 : 7
  const target = `<path d="M1 10h34" stroke="${ink.text}" stroke-width="1.5" stroke-dasharray="4 2.5"/>`
  const bar = `<rect x="7" y="${top}" width="22" height="${height}" rx="1.5" fill="${colour}"/>`
  // A tick, a cross or neither: the bar is told apart without its colour or its place.
  const inside =
    assurance === 'will-meet'
      ? `M14 ${top + 3.6}l2.6 2.2 5-4.6`
      : assurance === 'will-miss'
        ? `M15.5 ${top + 1.4}l5 4.2m0-4.2l-5 4.2`
        : ''
  const sign =
    inside === ''
      ? `<path d="M7 10h22" stroke="${ink.paper}" stroke-width="1.5" stroke-dasharray="4 2.5"/>`
      : `<path d="${inside}" fill="none" stroke="${ink.paper}" stroke-width="1.6"/>`
  return frame(
    `gt-spc--${assurance}`,
    assurance === 'hit-and-miss' ? target + bar + sign : bar + target + sign,
  )
}
