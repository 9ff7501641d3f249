import type { Unit } from '../domain/access/unit.ts'
import type { AppetiteVerdict } from '../domain/risk/appetite.ts'
import type { Effectiveness } from '../domain/risk/control.ts'
import type { ActionState, Progress, ReviewStanding } from '../domain/risk/due.ts'
import type { Decision, RiskLevel, RiskStatus } from '../domain/risk/level.ts'
import type { Movement } from '../domain/risk/movement.ts'
import type { Score, ScoreKind } from '../domain/risk/score.ts'
import type { LinkTarget } from './link-targets.ts'

/** What every row of a risk says of itself: which it is, who recorded it, and whether it only shows the product. */
type Recorded = {
  readonly number: number
  /** The post or role of whoever recorded it. */
  readonly by: string
  readonly illustrative: boolean
}

export type RiskScore = Recorded &
  Score & { readonly kind: ScoreKind; readonly scoredOn: string; readonly reason: string }

export type RiskDecision = Recorded & {
  readonly decision: Decision
  readonly level: RiskLevel | null
  readonly onDay: string
  readonly reason: string
  readonly decidedBy: string
}

export type RiskAssurance = Recorded & {
  readonly line: number
  readonly assuredBy: string
  readonly assuredOn: string
  readonly effectiveness: Effectiveness
  readonly words: string
}

export type RiskControl = Recorded & {
  readonly what: string
  readonly owner: string | null
  readonly assurances: readonly RiskAssurance[]
}

export type RiskProgress = Recorded & {
  readonly progress: Progress
  readonly onDay: string
  readonly words: string
}

export type RiskAction = Recorded & {
  readonly what: string
  readonly owner: string
  readonly due: string
  readonly state: ActionState
  readonly progress: readonly RiskProgress[]
}

export type RiskReview = Recorded & {
  readonly reviewedOn: string
  readonly words: string
  readonly nextDue: string
}

export type RiskLink = Recorded & LinkTarget & { readonly basis: string }

/** What it is worded as, and who answers for it. Null is 'not stated'. */
export type RiskWording = {
  readonly title: string
  readonly cause: string | null
  readonly event: string | null
  readonly effect: string | null
  readonly category: string | null
  /** A role or post, never a person. */
  readonly owner: string | null
  readonly unit: Unit | null
  readonly reviewEveryMonths: number | null
}

/** How a risk stands on a day: all that is known of it, with what follows from that. */
export type RiskStanding = RiskWording & {
  readonly code: string
  readonly href: string
  readonly evidence: string | null
  readonly source: string
  readonly exemptReason: string | null
  /** The risk itself exists only to show the product. */
  readonly illustrative: boolean
  /** Something that is told of it does: its score, its appetite, a control, an action. */
  readonly showsIllustrative: boolean
  readonly level: RiskLevel | null
  readonly status: RiskStatus
  readonly inherent: RiskScore | null
  readonly current: RiskScore | null
  /** The current score before the current score. */
  readonly previous: RiskScore | null
  readonly target: RiskScore | null
  readonly movement: Movement
  readonly appetite: {
    readonly verdict: AppetiteVerdict
    /** The highest score that is accepted; null where none was set. */
    readonly most: number | null
    readonly says: string | null
    readonly illustrative: boolean
  }
  readonly nextReview: string | null
  readonly review: ReviewStanding
  readonly controls: readonly RiskControl[]
  readonly actions: readonly RiskAction[]
  /** Those neither done nor stopped; the overdue among them say so. */
  readonly openActions: readonly RiskAction[]
  readonly links: readonly RiskLink[]
  /** In the order of the days they stand for. */
  readonly scores: readonly RiskScore[]
  readonly decisions: readonly RiskDecision[]
  readonly reviews: readonly RiskReview[]
  readonly wordings: readonly (Recorded & RiskWording & { readonly reason: string; readonly at: string })[]
  /** How many rows there are: what a form was decided upon. */
  readonly seen: number
}
