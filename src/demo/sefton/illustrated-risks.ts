import { roles } from '../../domain/access/roles.ts'
import type { Effectiveness } from '../../domain/risk/control.ts'
import type { Score, ScoreKind } from '../../domain/risk/score.ts'
import type { RiskInput } from '../../risk/add-risk.ts'
import type { DecisionInput } from '../../risk/decide-risk.ts'

/**
 * What the named risks might be scored, controlled and acted upon, so that the heat map and the register can be seen with
 * something on them. Nobody scored them so: all of it is marked illustrative.
 */
export const illustratedAppetites: Readonly<Record<string, number>> = {
  'SEND finance': 12,
  'Adult Social Care': 12,
  "Children's Social Care": 12,
  'Education Excellence': 10,
  Finance: 10,
  Capital: 12,
  Workforce: 12,
}

export type Illustrated = {
  readonly code: string
  readonly scores: readonly (Score & { readonly kind: ScoreKind; readonly scoredOn: string })[]
  readonly control?: { readonly words: string; readonly assured: Effectiveness | null }
  /** Days from the day of loading; one already past was added before it. */
  readonly action?: { readonly words: string; readonly dueIn: number }
  /** Days ago that it was looked at, and days until it is to be looked at next, or since it was. */
  readonly review?: { readonly ago: number; readonly nextIn: number }
}

const score = (kind: ScoreKind, likelihood: number, impact: number, scoredOn = '2024-01-16') => ({
  kind,
  likelihood,
  impact,
  scoredOn,
})

export const illustratedRisks: readonly Illustrated[] = [
  {
    code: 'r-01',
    scores: [
      score('inherent', 5, 5),
      score('target', 3, 4),
      score('current', 4, 4),
      score('current', 5, 4, '2024-06-18'),
    ],
    control: {
      words: 'Illustrative words: here stands what keeps the cost of plans down today.',
      assured: 'partly',
    },
    action: { words: 'Illustrative words: here stands what is to be done about the deficit.', dueIn: 60 },
  },
  {
    code: 'r-02',
    scores: [score('inherent', 5, 4), score('target', 3, 3), score('current', 4, 4)],
    control: {
      words: 'Illustrative words: here stands how demand is watched each month.',
      assured: 'effective',
    },
    action: { words: 'Illustrative words: here stands what is to be done about demand.', dueIn: 45 },
    review: { ago: 30, nextIn: 60 },
  },
  // Lowered, while the measure it is linked to is among the worst of similar councils: the two contradict each other.
  {
    code: 'r-03',
    scores: [
      score('inherent', 5, 5),
      score('target', 2, 4),
      score('current', 5, 4),
      score('current', 3, 4, '2024-06-18'),
    ],
    control: { words: 'Illustrative words: here stands how each placement is agreed.', assured: 'unknown' },
    action: { words: 'Illustrative words: here stands what is to be done about agency cost.', dueIn: 90 },
  },
  // Above appetite, and nothing is being done.
  { code: 'r-04', scores: [score('inherent', 5, 4), score('target', 2, 4), score('current', 4, 4)] },
  {
    code: 'r-05',
    scores: [score('inherent', 4, 5), score('target', 2, 4), score('current', 3, 5)],
    control: { words: 'Illustrative words: here stands how spending is held back.', assured: null },
    action: { words: 'Illustrative words: here stands what should have been done by now.', dueIn: -15 },
    review: { ago: 120, nextIn: -30 },
  },
  {
    code: 'r-06',
    scores: [score('inherent', 4, 3), score('current', 4, 2)],
    review: { ago: 60, nextIn: 20 },
  },
  { code: 'r-11', scores: [score('current', 3, 3, '2024-06-18')] },
]

export type WhollyIllustrative = Omit<RiskInput, 'today'> & {
  readonly decided: Pick<DecisionInput, 'to' | 'reason'> | null
}

const made = (
  code: string,
  level: 'team' | 'project' | 'service',
  decided: WhollyIllustrative['decided'],
  more: Partial<RiskInput> = {},
): WhollyIllustrative => ({
  code,
  title: `Illustrative: a risk of a ${level}`,
  cause: 'Illustrative words: here stands why it may happen',
  event: 'Illustrative words: here stands what may happen',
  effect: 'Illustrative words: here stands what it would mean for residents',
  category: 'Workforce',
  owner: `${roles['service-manager']} (illustrative)`,
  unit: { kind: 'service', code: 'communities' },
  reviewEveryMonths: 3,
  level,
  levelReason: null,
  firstReviewDue: null,
  exemptReason: null,
  evidence: null,
  source: 'Made up to show the product',
  decided,
  ...more,
})

/** Made up as a whole, for what no named risk can show: escalated, closed, exempt from publication. */
export const whollyIllustrative: readonly WhollyIllustrative[] = [
  made('x-01', 'team', {
    to: 'service',
    reason: 'Illustrative words: here stands why one team can no longer hold it alone.',
  }),
  made('x-02', 'project', {
    to: 'closed',
    reason: 'Illustrative words: here stands why it can no longer happen.',
  }),
  made('x-03', 'service', null, {
    title: 'Illustrative: a risk that is exempt from publication',
    exemptReason: 'Illustrative: it would tell what a contract is worth before it is agreed',
  }),
]
