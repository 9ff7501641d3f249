import type { Aggregation, GoodDirection, InformationType, Match } from '../measures/measure.ts'
import type { Observation, Valued } from '../measures/observation.ts'
import type { Target } from '../measures/target.ts'
import type { Unit } from '../quantity.ts'
import type { Change } from './change.ts'
import type { Comparison } from './comparison.ts'
import type { Exception } from './exceptions.ts'
import type { Position } from './position.ts'
import type { Rag } from './rag.ts'
import type {
  AssuranceReading,
  DataQuality,
  LastAudited,
  OutlookReading,
  TrendReading,
  VariationReading,
} from './readings.ts'
import type { Cut } from './segments.ts'
import type { Travel } from './travel.ts'

/** Everything needed to judge one measure as it stood at the end of a period. */
export type EvaluationInput = {
  readonly measure: { readonly informationType: InformationType; readonly goodDirection: GoodDirection }
  /** The figures that stand behind the measure; null where none are held. */
  readonly series: {
    readonly unit: Unit
    readonly decimals: number
    readonly goodDirection: GoodDirection
    readonly match: Match
    /** Days on which the definition changed: nothing is compared across one. */
    readonly breaks: readonly Cut[]
    /** Days on which the process changed: the chart begins afresh, but before and after may be compared. */
    readonly rebases?: readonly Cut[]
    readonly englandIsTotal: boolean
    /** 'annual', 'quarterly' or 'monthly': needed only to tell how often a snapshot comes round. */
    readonly frequency?: string
    readonly aggregation?: Aggregation
  } | null
  readonly observations: readonly Observation[]
  readonly neighbours: readonly {
    readonly area: string
    readonly name: string
    readonly observations: readonly Observation[]
  }[]
  readonly england: readonly Observation[]
  readonly region: readonly Observation[]
  readonly targets: readonly Target[]
  /** Only periods that had ended by this day count. */
  readonly cutOff: string
  /** Replay the series to tell how its forecaster has done: for the page of one measure, not for a scorecard. */
  readonly withTrackRecord?: boolean
  readonly lastAudited?: LastAudited | null
}

/** What is said of a measure, each part with its reason. No part hides another. */
export type Evaluation = {
  readonly latest: Valued | null
  /** In order of time, only periods that had ended. */
  readonly history: readonly Observation[]
  readonly later: readonly Observation[]
  readonly target: Target | null
  readonly rag: Rag
  readonly overYear: Travel
  readonly fromPrevious: Travel
  readonly variation: VariationReading
  readonly recentTrend: TrendReading
  /** What the chart and the five-year trend say together. */
  readonly change: Change
  readonly assurance: AssuranceReading
  readonly comparison: Comparison
  readonly outlook: OutlookReading
  readonly dataQuality: DataQuality
  /** Foremost first; none of a proxy, which is not the measure itself. */
  readonly exceptions: readonly Exception[]
  readonly position: Position
  /** All of it in one plain sentence, which contradicts no part. */
  readonly sentence: string
  /** The value and what each part says of it, in full. */
  readonly verdict: string
}
