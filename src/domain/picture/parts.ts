import type { Position } from '../evaluation/position.ts'
import type { Pence } from '../money.ts'

/** A measure as far as money and risk can contradict it. */
export type PictureMeasure = {
  readonly code: string
  readonly title: string
  readonly position: Position
  /**
   * Whether it really moved: 'worse' only where a chart or a year's comparison says so and nothing says that it is no
   * more than usual.
   */
  readonly movement: 'better' | 'worse' | 'same' | 'not-said'
  /** How it moved, in a sentence. */
  readonly says: string
  readonly illustrative: boolean
}

/** A service's line of the revenue position. Variance is forecast less budget: positive is overspend. */
export type PictureBudget = {
  readonly service: string
  readonly name: string
  readonly budget: Pence
  readonly variance: Pence
  readonly source: string
  /** Remedial actions recorded against it. */
  readonly actions: number
}

export type PictureSaving = {
  readonly title: string
  readonly service: string
  readonly planned: Pence
  readonly delivered: Pence
  readonly source: string
  readonly illustrative: boolean
}

export type PictureRisk = {
  readonly code: string
  readonly title: string
  /** Likelihood times impact, 1 to 25; null where it was never scored. */
  readonly score: number | null
  /** The score before the last change of it; null where it never changed. */
  readonly previous: number | null
  readonly aboveAppetite: boolean | null
  readonly openActions: number
  readonly measures: readonly string[]
  readonly illustrative: boolean
}

/** That a measure drives a service's budget, and what of it: 'placements', 'packages', 'agency staff'. */
export type PictureDriver = { readonly measure: string; readonly service: string; readonly drives: string }

/** What is held of one priority, service or portfolio. */
export type Picture = {
  readonly measures: readonly PictureMeasure[]
  readonly budgets: readonly PictureBudget[]
  readonly savings: readonly PictureSaving[]
  readonly risks: readonly PictureRisk[]
  readonly drivers: readonly PictureDriver[]
  /** Which of the measures tell of which service; what no source ties to a service tells of none. */
  readonly measuresOf: ReadonlyMap<string, readonly string[]>
}
