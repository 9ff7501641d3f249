import type { Change } from './change.ts'
import type { Comparison } from './comparison.ts'
import { isProbablyMissed } from './likelihood.ts'
import type { Position } from './position.ts'
import type { Rag } from './rag.ts'
import type {
  AssuranceReading,
  DataQuality,
  OutlookReading,
  TrendReading,
  VariationReading,
} from './readings.ts'
import { wordsOfChange } from './sentence-words.ts'

/** What a forum should look at: how a measure does, what goes well, or that its figures are wanting. */
export type Exception = {
  readonly kind: 'concern' | 'success' | 'data'
  readonly rule: ExceptionRule
  /** Higher comes first among exceptions of all measures. */
  readonly weight: number
  /** In a few words, after a measure's name: 'misses its target'. */
  readonly why: string
  /** The part of the evaluation it rests on, in full. */
  readonly says: string
}

export type ExceptionFacts = {
  readonly position: Position
  readonly rag: Rag
  readonly change: Change
  readonly variation: VariationReading
  readonly recentTrend: TrendReading
  readonly assurance: AssuranceReading
  readonly outlook: OutlookReading
  readonly comparison: Comparison
  readonly dataQuality: DataQuality
}

type Rule = {
  readonly kind: Exception['kind']
  readonly weight: number
  /** The weight while a change is not firmly read. */
  readonly carefulWeight?: number
  readonly why: string | ((facts: ExceptionFacts) => string)
  readonly fits: (facts: ExceptionFacts) => boolean
  readonly says: (facts: ExceptionFacts) => string
}

const isRed = ({ position, rag }: ExceptionFacts): boolean => position === 'red' && !rag.belowFloor
const changed = (facts: ExceptionFacts, state: Change['state']): boolean => facts.change.state === state

/** A red inside the limits of a process that straddles its target: it will be red now and then, and green now and then. */
const isNoise = (facts: ExceptionFacts): boolean =>
  changed(facts, 'none') && facts.assurance.type === 'hit-and-miss'

const willMiss = ({ outlook }: ExceptionFacts): boolean =>
  outlook.end !== null && isProbablyMissed(outlook.end.likelihood)

/** Nothing else that is known of the measure speaks against calling it a success. */
const unspoilt = (facts: ExceptionFacts): boolean =>
  !changed(facts, 'worse') &&
  !willMiss(facts) &&
  !(changed(facts, 'none') && facts.assurance.type === 'will-miss')

const ragSays = ({ rag }: ExceptionFacts): string => rag.says
const changeSays = ({ change, variation, recentTrend }: ExceptionFacts): string =>
  change.kind === 'five-year' ? recentTrend.says : variation.says
const changeWhy = ({ change }: ExceptionFacts): string =>
  change.isFirm ? `${wordsOfChange(change)}, beyond chance` : wordsOfChange(change)
const standingSays = ({ comparison }: ExceptionFacts): string => comparison.says
const both =
  (one: (facts: ExceptionFacts) => string, other: (facts: ExceptionFacts) => string) =>
  (facts: ExceptionFacts): string =>
    `${one(facts)} ${other(facts)}`
const assuranceSays = ({ assurance }: ExceptionFacts): string => assurance.says

/** Every rule, by what it looks at. Of the first group only the first that fits is raised, and so of each. */
export const exceptionRules = {
  target: {
    'below-floor': {
      kind: 'concern',
      weight: 96,
      why: 'below its minimum standard',
      fits: ({ rag }) => rag.belowFloor,
      says: ragSays,
    },
    'red-and-worse': {
      kind: 'concern',
      weight: 94,
      carefulWeight: 92,
      why: ({ change }) => `misses its target, and ${wordsOfChange(change)}`,
      fits: (facts) => isRed(facts) && changed(facts, 'worse'),
      says: both(ragSays, changeSays),
    },
    'red-as-noise': {
      kind: 'concern',
      weight: 66,
      why: 'misses its target, by no more than chance: the process cannot meet it reliably',
      fits: (facts) => isRed(facts) && isNoise(facts),
      says: both(ragSays, assuranceSays),
    },
    red: { kind: 'concern', weight: 90, why: 'misses its target', fits: isRed, says: ragSays },
    amber: {
      kind: 'concern',
      weight: 58,
      why: 'short of its target',
      fits: ({ position }) => position === 'amber',
      says: ragSays,
    },
    exceeding: {
      kind: 'success',
      weight: 90,
      why: 'well ahead of its target',
      fits: (facts) => facts.position === 'exceeding' && unspoilt(facts),
      says: ragSays,
    },
  },
  change: {
    'special-cause-concern': {
      kind: 'concern',
      weight: 84,
      carefulWeight: 74,
      why: changeWhy,
      fits: (facts) => changed(facts, 'worse') && !isRed(facts),
      says: changeSays,
    },
    'special-cause-improvement': {
      kind: 'success',
      weight: 84,
      carefulWeight: 74,
      why: changeWhy,
      fits: (facts) => changed(facts, 'better'),
      says: changeSays,
    },
  },
  outlook: {
    'will-probably-miss': {
      kind: 'concern',
      weight: 80,
      why: 'will probably miss its target',
      fits: willMiss,
      says: ({ outlook }) => outlook.says,
    },
  },
  standing: {
    'worst-quarter': {
      kind: 'concern',
      weight: 70,
      why: 'among the worst',
      fits: ({ comparison }) => comparison.standing === 'worst-quarter',
      says: standingSays,
    },
    'best-quarter': {
      kind: 'success',
      weight: 70,
      why: 'among the best',
      fits: (facts) => facts.comparison.standing === 'best-quarter' && unspoilt(facts),
      says: standingSays,
    },
  },
  data: {
    missing: {
      kind: 'data',
      weight: 52,
      why: 'has no figure where one is due',
      fits: ({ position, dataQuality }) => position === 'no-figures' || dataQuality.latestIsMissing,
      says: ({ dataQuality }) => dataQuality.says,
    },
    late: {
      kind: 'data',
      weight: 50,
      why: 'its figure is late',
      fits: ({ dataQuality }) => dataQuality.isLate,
      says: ({ dataQuality }) => dataQuality.says,
    },
  },
} as const satisfies Record<string, Record<string, Rule>>

type RuleOf<Group> = Group extends unknown ? keyof Group : never
export type ExceptionRule = RuleOf<(typeof exceptionRules)[keyof typeof exceptionRules]>

const kindOrder = { concern: 0, success: 1, data: 2 } as const

/** Every exception of one measure, foremost first: concerns before successes, so that a red is never shown as going well. */
export function exceptionsOf(facts: ExceptionFacts): Exception[] {
  return Object.values(exceptionRules)
    .flatMap((rules) => {
      const found = (Object.entries(rules) as [ExceptionRule, Rule][]).find(([, { fits }]) => fits(facts))
      if (!found) return []
      const [rule, { kind, why, says, ...weights }] = found
      const weight = facts.change.isFirm ? weights.weight : (weights.carefulWeight ?? weights.weight)
      return [{ kind, rule, weight, why: typeof why === 'string' ? why : why(facts), says: says(facts) }]
    })
    .sort((a, b) => kindOrder[a.kind] - kindOrder[b.kind] || b.weight - a.weight)
}
