import type { DistributionChart } from '../../domain/report/chart.ts'
import { ink, statusInk } from './palette.ts'
import { placedMark } from './status-mark.ts'
import { element, text } from './svg.ts'
import { textWidth } from './text-width.ts'

type Part = DistributionChart['parts'][number]
type Segment = Part & { readonly start: number; readonly length: number }

const gap = 2
const markSize = 11
const numberSize = 14

/** One bar of counted parts. Each carries its shape and its count, so that its colour is never needed to read it. */
export function drawSegments(parts: readonly Part[], width: number, height: number, id: string): string {
  const hatch = `hatch-${id}`
  const drawn = segments(parts, width).map((segment) => drawSegment(segment, height, hatch))
  return patternFor(hatch, parts) + drawn.join('')
}

function drawSegment({ status, count, start, length }: Segment, height: number, hatch: string): string {
  const none = status === 'none'
  const room = contentWidth(count)
  const left = start + (length - room) / 2
  const outlined = none || status === 'unjudged'
  const inset = outlined ? 0.5 : 0
  const colour = statusInk[status].text
  const box = { x: start + inset, y: inset, width: length - 2 * inset, height: height - 2 * inset }
  const paper = { x: left - 4, y: height / 2 - 9, width: room + 8, height: 18, fill: ink.paper }
  return (
    element('rect', {
      ...box,
      fill: none ? `url(#${hatch})` : statusInk[status].fill,
      stroke: outlined ? ink.axis : null,
    }) +
    (none ? element('rect', paper) : '') +
    placedMark(status, { x: left, y: (height - markSize) / 2, size: markSize, colour }) +
    text(String(count), {
      x: left + markSize + 4,
      y: height / 2 + 5,
      'font-size': numberSize,
      'font-weight': 'bold',
      fill: colour,
    })
  )
}

/** Lengths in proportion, except that every part has room for its shape and its count. */
function segments(parts: readonly Part[], width: number): readonly Segment[] {
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  const room = width - gap * Math.max(0, parts.length - 1)
  const least = parts.map(({ count }) => contentWidth(count) + 6)
  const wanted = parts.map(({ count }, index) => Math.max(least[index] ?? 0, (count / total) * room))
  const spare = wanted.map((length, index) => length - (least[index] ?? 0))
  const excess = wanted.reduce((sum, length) => sum + length, 0) - room
  const share = excess / (spare.reduce((sum, length) => sum + length, 0) || 1)
  let start = 0
  return parts.map((part, index) => {
    const length = (wanted[index] ?? 0) - (spare[index] ?? 0) * share
    const segment = { ...part, start, length }
    start += length + gap
    return segment
  })
}

function contentWidth(count: number): number {
  return markSize + 4 + textWidth(String(count), numberSize, true)
}

/** Hatched, so that what is not known looks like nothing that is, in colour and in grey. */
function patternFor(id: string, parts: readonly Part[]): string {
  if (parts.every(({ status }) => status !== 'none')) return ''
  const lines = element('path', { d: 'M0 6L6 0M-1 1L1 -1M5 7L7 5', stroke: '#aab1b5' })
  const paper = element('rect', { width: 6, height: 6, fill: ink.paper })
  return `<defs>${element('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, paper, lines)}</defs>`
}
