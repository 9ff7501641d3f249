import type { GoodDirection } from '../measures/measure.ts'
import type { Target } from '../measures/target.ts'
import { quantityText, type Unit } from '../quantity.ts'
import { assuranceOf } from '../statistics/assurance.ts'
import type { LimitsStanding } from '../statistics/limits-standing.ts'
import type { XmrLimits } from '../statistics/xmr-limits.ts'
import { goalText } from './rag.ts'
import type { AssuranceReading, VariationReading } from './readings.ts'
import { type PerYear, periodNouns } from './timeline.ts'

export type AssuranceInput = {
  readonly limits: XmrLimits | null
  readonly standing: LimitsStanding
  readonly variation: Pick<VariationReading, 'type' | 'isSteady'>
  /** Null where none is set, or where it is for a longer period than one figure and figures add up. */
  readonly target: Target | null
  readonly noTarget: string
  readonly goodDirection: GoodDirection
  readonly unit: Unit
  readonly decimals: number
  readonly perYear: PerYear
}

const types = {
  'consistent-pass': 'will-meet',
  'consistent-fail': 'will-miss',
  inconsistent: 'hit-and-miss',
} as const

/** What to expect of the process at its present level, by type: `goal` is '95.0% target', `times` 'months'. */
export const assuranceWords: Record<
  Exclude<AssuranceReading['type'], 'not-said'>,
  (goal: string, times: string) => string
> = {
  'will-meet': (goal, times) => `at this level the process will meet its ${goal} in most ${times}`,
  'will-miss': (goal, times) => `at this level the process will miss its ${goal} in most ${times}`,
  'hit-and-miss': (goal, times) =>
    `at this level the process will meet its ${goal} in some ${times} and miss it in others`,
}

/** Whether the process as it stands can meet its target: its usual range held against it. */
export function assuranceReading(input: AssuranceInput): AssuranceReading {
  const { limits, standing, target, goodDirection } = input
  const notSaid = (says: string): AssuranceReading => ({ type: 'not-said', says })
  if (target === null) return notSaid(input.noTarget)
  if (limits === null || standing === 'too-few')
    return notSaid('Too few figures to tell whether the target can be met reliably.')
  const goal =
    goodDirection === 'range' ? { from: target.value, to: target.upperValue ?? target.value } : target.value
  const found = assuranceOf(limits, goal, goodDirection)
  if (found === null) return notSaid('Neither way is good or bad, so no target can be met or missed.')
  const type = types[found]
  const goalWords = goalOf(input, target)
  const words = assuranceWords[type](goalWords, periodNouns[input.perYear].many)
  const changing =
    input.variation.type === 'common-cause' && input.variation.isSteady
      ? ''
      : ' The level itself has been changing, so this is only a rough guide.'
  const care = standing === 'trial' ? ' This rests on few figures.' : ''
  return {
    type,
    says: `${words.charAt(0).toUpperCase()}${words.slice(1)}, unless something changes.${changing}${care}`,
  }
}

/** '95.0% target', 'target of 80.0% to 90.0%' */
export function goalOf(
  { unit, decimals, goodDirection }: Pick<AssuranceInput, 'unit' | 'decimals' | 'goodDirection'>,
  target: Target,
): string {
  const text = (amount: number) => quantityText(amount, unit, decimals)
  return goodDirection === 'range' && target.upperValue !== null
    ? `target of ${goalText(target, goodDirection, text)}`
    : `${text(target.value)} target`
}
