import type { GoodDirection } from '../measures/measure.ts'
import type { BenchmarkSide } from './benchmark-side.ts'

export type Judgement =
  | 'best'
  | 'better'
  | 'similar'
  | 'worse'
  | 'worst'
  | 'lowest'
  | 'lower'
  | 'higher'
  | 'highest'

const JUDGED = ['worst', 'worse', 'similar', 'better', 'best'] as const
const UNJUDGED = ['lowest', 'lower', 'similar', 'higher', 'highest'] as const

/**
 * The word for a side of the benchmark: better and worse where one direction is good, else only higher and lower.
 *
 * Source: Fingertips' polarities. Not compared: null.
 */
export function judgementOf(side: BenchmarkSide, good: GoodDirection): Judgement | null {
  if (side === null) return null
  switch (good) {
    case 'high':
      return JUDGED[side + 2] ?? null
    case 'low':
      return JUDGED[2 - side] ?? null
    case 'range':
    case 'none':
      return UNJUDGED[side + 2] ?? null
    default:
      return good satisfies never
  }
}
