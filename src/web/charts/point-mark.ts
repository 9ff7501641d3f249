import type { PointMark } from '../../domain/report/chart.ts'
import { ink, markInkOf } from './palette.ts'
import { tenth } from './svg.ts'

/** A shape for each kind of special cause, so that it is known without its colour, ringed so that it stands out on a line. */
export function pointMark(mark: PointMark, x: number, y: number, size = 7): string {
  const ring = `fill="${markInkOf[mark]}" stroke="${ink.paper}" stroke-width="1.5"`
  const [cx, cy, r] = [tenth(x), tenth(y), tenth(size)]
  switch (mark) {
    case 'improvement':
      return `<circle cx="${cx}" cy="${cy}" r="${tenth(size * 0.86)}" ${ring}/>`
    case 'concern':
      return `<path d="M${cx} ${tenth(y - size)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z" ${ring}/>`
    case 'high':
      return `<path d="M${cx} ${tenth(y - size)}l${r} ${tenth(size * 1.7)}h${tenth(-2 * size)}z" ${ring}/>`
    case 'low':
      return `<path d="M${cx} ${tenth(y + size)}l${r} ${tenth(-size * 1.7)}h${tenth(-2 * size)}z" ${ring}/>`
    default:
      return mark satisfies never
  }
}
