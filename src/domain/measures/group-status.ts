import { distribution, distributionText, type PositionCount, positions } from '../evaluation/distribution.ts'
import type { Position } from '../evaluation/evaluate.ts'

export type GroupMember = {
  readonly code: string
  readonly title: string
  readonly position: Position
  /** Tells members of the same position apart: the larger is the worse. */
  readonly severity?: number
}

/** How a group of measures stands: a distribution, its worst member and its coverage. Never an average, never one colour. */
export type GroupStatus = {
  readonly counts: readonly PositionCount[]
  readonly of: number
  readonly withFigures: number
  readonly judged: number
  /** Share of members with a figure, 0 to 1; null for a group without members. */
  readonly coverage: number | null
  /** The worst of those that are judged; null when none is, or when none is short of anything. */
  readonly worst: GroupMember | null
  readonly says: string
}

/** Worst first. What is not listed is not judged: it is neither good nor bad. */
const fromWorst: readonly Position[] = [
  'red',
  'worst-quarter',
  'amber',
  'middle',
  'green',
  'best-quarter',
  'exceeding',
]
const short: readonly Position[] = ['red', 'worst-quarter', 'amber']

export function groupStatus(members: readonly GroupMember[]): GroupStatus {
  const counts = distribution(members.map(({ position }) => position))
  const withFigures = members.filter(({ position }) => position !== 'no-figures').length
  const judged = members.filter(({ position }) => fromWorst.includes(position))
  const [worst] = judged
    .filter(({ position }) => short.includes(position))
    .sort(
      (a, b) =>
        fromWorst.indexOf(a.position) - fromWorst.indexOf(b.position) ||
        (b.severity ?? 0) - (a.severity ?? 0) ||
        a.title.localeCompare(b.title, 'en-GB'),
    )
  return {
    counts,
    of: members.length,
    withFigures,
    judged: judged.length,
    coverage: members.length === 0 ? null : withFigures / members.length,
    worst: worst ?? null,
    says: words(members.length, withFigures, counts, worst ?? null),
  }
}

function words(
  of: number,
  withFigures: number,
  counts: readonly PositionCount[],
  worst: GroupMember | null,
): string {
  if (of === 0) return 'There are no measures here.'
  const measures = of === 1 ? '1 measure' : `${of} measures`
  if (withFigures === 0) return `None of ${measures} has figures, so nothing can be said of them.`
  const covered = `${withFigures} of ${measures} ${withFigures === 1 ? 'has' : 'have'} figures`
  const stand = distributionText(counts.filter(({ position }) => position !== 'no-figures'))
  const least = worst ? `; the worst is ${worst.title}, ${positions[worst.position].label.toLowerCase()}` : ''
  return `${covered}: ${stand}${least}.`
}
