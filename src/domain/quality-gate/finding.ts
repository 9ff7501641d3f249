import type { GoodDirection, InformationType, Match, MeasureLevel } from '../measures/measure.ts'
import type { Unit } from '../quantity.ts'
import type { Criterion } from './criteria.ts'

/** What the register says of a measure. */
export type MeasureDefinition = {
  readonly code: string
  readonly title: string
  readonly theme: string
  readonly definition: string | null
  readonly goodDirection: GoodDirection
  readonly informationType: InformationType
  readonly level: MeasureLevel
  readonly unit: Unit
  readonly owner: string | null
  readonly dataOfficer: string | null
  readonly serves: string | null
}

/** What is known about it besides. */
export type QualityContext = {
  readonly hasTarget: boolean
  /** Other measures of the register with the same title. */
  readonly sameTitle: readonly { readonly code: string; readonly theme: string }[]
  /** The figures that stand behind it; null where there are none. */
  readonly figures: Figures | null
}

export type Figures = {
  readonly title: string
  readonly match: Match
  readonly unit: Unit
  readonly goodDirection: GoodDirection
  /** 12 for a yearly series; null where its frequency is not regular. */
  readonly monthsBetween: number | null
  /** The council's own figures for periods that had ended. */
  readonly points: number
  readonly pointsWithDenominator: number
  /** From the end of the latest figure's period to the day looked at; null without a figure. */
  readonly monthsOld: number | null
  /** Similar councils with any figure of it. */
  readonly comparators: number
}

export const severities = {
  must: { name: 'Must be mended', tone: 'bad' },
  should: { name: 'Should be mended', tone: 'close' },
  consider: { name: 'Worth considering', tone: 'neutral' },
} as const
export type Severity = keyof typeof severities

export type Finding = {
  readonly rule: string
  readonly criterion: Criterion
  readonly severity: Severity
  readonly wrong: string
  readonly mend: string
}

/** One rule of the gate: what is wrong and how to mend it, or null where it finds nothing. */
export type QualityRule = {
  readonly criterion: Criterion
  readonly severity: Severity
  /** What the rule looks for, for the list of rules. */
  readonly says: string
  readonly find: (
    definition: MeasureDefinition,
    context: QualityContext,
  ) => { readonly wrong: string; readonly mend: string } | null
}
