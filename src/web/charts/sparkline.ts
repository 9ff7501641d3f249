import type { PointMark } from '../../domain/report/chart.ts'
import { ink } from './palette.ts'
import { pointMark } from './point-mark.ts'
import { escapeXml, tenth } from './svg.ts'

export type Sparkline = {
  /** Evenly spaced in time; null is a gap. */
  readonly values: readonly (number | null)[]
  /** One a value: what is special about it. */
  readonly marks?: readonly (PointMark | null)[]
  readonly target: number | null
  /** What the picture says, with the latest value: 'Rose from 46.1% to 51.2% over eight quarters'. */
  readonly words: string
}

const width = 120
const height = 30
const margin = 5

/** A line as small as a word, for tables. Put together by hand because a scorecard has a hundred of them. */
export function sparkline({ values, marks, target, words }: Sparkline): string {
  let lowest = target ?? Number.POSITIVE_INFINITY
  let highest = target ?? Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value === null) continue
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  const range = highest - lowest
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0
  const y = (value: number) =>
    range > 0 ? tenth(height - margin - ((value - lowest) / range) * (height - 2 * margin)) : height / 2
  const last = values.findLastIndex((value) => value !== null)
  let path = ''
  let dots = ''
  let special = ''
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? null
    if (value === null) continue
    const joined = index > 0 && (values[index - 1] ?? null) !== null
    const alone = !joined && (values[index + 1] ?? null) === null
    const [x, at] = [tenth(margin + index * step), y(value)]
    path += `${joined ? 'L' : 'M'}${x} ${at}`
    const mark = marks?.[index] ?? null
    if (mark !== null) special += pointMark(mark, x, at, index === last ? 4.8 : 3.8)
    else if (alone || index === last) dots += `M${x} ${at}h0`
  }
  const label = escapeXml(words)
  const targetLine =
    target === null || path === ''
      ? ''
      : `<path d="M0 ${y(target)}H${width}" stroke="${ink.quiet}" stroke-dasharray="3 3" fill="none"/>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-label="${label}" class="gt-sparkline"><title>${label}</title>${targetLine}` +
    `<path d="${path}" stroke="${ink.main}" stroke-width="1.8" stroke-linejoin="round" fill="none"/>` +
    `<path d="${dots}" stroke="${ink.main}" stroke-width="6" stroke-linecap="round"/>${special}</svg>`
  )
}
