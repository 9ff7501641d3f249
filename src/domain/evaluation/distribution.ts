import type { StatusTone } from '../report/chart.ts'
import type { Position } from './evaluate.ts'

/** How each position is named and shown. The order is the order of every bar and table of counts. */
export const positions: Record<Position, { readonly label: string; readonly tone: StatusTone }> = {
  exceeding: { label: 'Well ahead of target', tone: 'exceeding' },
  green: { label: 'On target', tone: 'good' },
  amber: { label: 'Just short of target', tone: 'close' },
  red: { label: 'Missing target', tone: 'bad' },
  'best-quarter': { label: 'Among the best', tone: 'good' },
  middle: { label: 'In the middle', tone: 'neutral' },
  'worst-quarter': { label: 'Among the worst', tone: 'bad' },
  'not-ranked': { label: 'Not ranked', tone: 'unjudged' },
  'no-figures': { label: 'No figures', tone: 'none' },
}

export type PositionCount = {
  readonly position: Position
  readonly label: string
  readonly tone: StatusTone
  readonly count: number
}

/** How many measures stand where: every measure is counted once, and those without figures are a real part of it. */
export function distribution(list: readonly Position[]): PositionCount[] {
  return (Object.keys(positions) as Position[])
    .map((position) => ({
      position,
      ...positions[position],
      count: list.filter((each) => each === position).length,
    }))
    .filter(({ count }) => count > 0)
}

/** '3 among the best, 4 in the middle, 15 no figures' */
export const distributionText = (counts: readonly PositionCount[]): string =>
  counts.map(({ label, count }) => `${count} ${label.charAt(0).toLowerCase()}${label.slice(1)}`).join(', ')
