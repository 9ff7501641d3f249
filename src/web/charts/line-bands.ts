import { area, line } from 'd3-shape'
import type { ChartBand } from '../../domain/report/chart.ts'
import type { Frame } from './line-frame.ts'
import { ink } from './palette.ts'
import { element, tenth } from './svg.ts'

type Point = ChartBand['points'][number]

export const isOutlook = ({ kind }: ChartBand): boolean => kind === 'outlook-80' || kind === 'outlook-95'

/** Widest first, so that the likelier range lies on top of the one that surrounds it. */
const order: Record<ChartBand['kind'], number> = {
  limits: 0,
  'trial-limits': 0,
  'outlook-95': 1,
  'outlook-80': 2,
}

export function drawBands(bands: readonly ChartBand[], frame: Frame): string {
  return bands
    .toSorted((one, other) => order[one.kind] - order[other.kind])
    .map((band) => drawBand(band, frame))
    .join('')
}

function drawBand(band: ChartBand, { x, y }: Frame): string {
  const { kind, points } = band
  const across = ({ at }: Point) => tenth(x(at))
  const along = (read: (point: Point) => number) =>
    line<Point>(across, (point) => tenth(y(read(point))))(points) ?? ''
  const shape = area<Point>()
    .x(across)
    .y0(({ lower }) => tenth(y(lower)))
    .y1(({ upper }) => tenth(y(upper)))
  const fill = element('path', { d: shape(points) ?? '', fill: bandInk[kind] })
  const middle = along((point) => point.middle)
  if (kind === 'outlook-95') return fill
  if (kind === 'outlook-80') {
    const guess = { d: middle, fill: 'none', stroke: ink.main, 'stroke-width': 2, 'stroke-dasharray': '3 4' }
    return fill + element('path', guess)
  }
  const edges = along(({ lower }) => lower) + along(({ upper }) => upper)
  return (
    fill +
    element('path', { d: edges, fill: 'none', stroke: ink.axis, 'stroke-dasharray': edgeDashes(band) }) +
    element('path', { d: middle, fill: 'none', stroke: ink.axis })
  )
}

export const bandInk: Record<ChartBand['kind'], string> = {
  limits: ink.limits,
  'trial-limits': ink.limits,
  'outlook-95': ink.outlook95,
  'outlook-80': ink.outlook80,
}

/** Limits that rest on few points, or on no steady level, look as unsure as they are. */
export const edgeDashes = ({ kind }: ChartBand): string | null => (kind === 'trial-limits' ? '3 4' : null)
