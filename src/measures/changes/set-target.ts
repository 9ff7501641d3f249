import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { takesTarget } from '../../domain/measures/measure.ts'
import { publishedIn, targetShownBy } from '../../domain/measures/published-in.ts'
import type { Target } from '../../domain/measures/target.ts'
import type { Period } from '../../domain/period.ts'
import { periodSlug, periodText } from '../../domain/period-text.ts'
import { measureVersions } from '../measure-versions.ts'
import { measureFor, type RegisteredMeasure } from '../queries.ts'
import { targetRevisions } from '../revisions.ts'
import { type ChangeProblem, makeChange, type Outcome, type Told, wrong } from './change.ts'
import { instantText } from './instant-text.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { targetWords, toleranceWords } from './words.ts'

export type TargetInput = {
  readonly measure: string
  readonly period: Period
  /** Exact decimals. */
  readonly value: string
  readonly upperValue: string | null
  readonly tolerance: string
  readonly floor: string | null
  readonly reason: string
  readonly agreedBy: string | null
  /** The revision that was looked at; 0 when there was no target. */
  readonly seen: number
}

/** Sets what a measure is to reach in a period, with its tolerance and its minimum standard. */
export const setTarget = (db: Db, actor: Actor, input: TargetInput): Promise<Outcome> =>
  command(db, actor, 'measure.keep', async (db) => {
    const outcome = await setTargetIn(db, actor, input)
    return { result: outcome, event: outcome.ok ? targetSet(input, outcome) : null }
  })

const targetSet = (input: TargetInput, { effect }: Outcome & { ok: true }) => ({
  action: 'target.set',
  subject: `measure/${input.measure}`,
  details: {
    period: periodSlug(input.period),
    changes: effect.told.map(({ kind, was, becomes }) => ({ kind, was, becomes })),
    reason: input.reason,
    agreedBy: input.agreedBy,
    restated: effect.published.map(({ quarter }) => quarter),
  },
})

export async function setTargetIn(db: Db, actor: Actor, input: TargetInput): Promise<Outcome> {
  await oneAtATime(db)
  const measure = await measureFor(db, input.measure)
  if (!takesTarget(measure))
    return wrong('value', 'This measure takes no target: it is shown for context, or neither way is good')
  const { period } = input
  const held =
    (await targetRevisions(db, measure.code)).find(
      (each) => each.period.start === period.start && each.period.end === period.end,
    ) ?? null
  const becomes = {
    value: Number(input.value),
    upperValue: input.upperValue === null ? null : Number(input.upperValue),
    tolerance: Number(input.tolerance),
    floor: input.floor === null ? null : Number(input.floor),
  }
  if ((held?.revision ?? 0) !== input.seen)
    throw new Conflict(
      `The target for ${periodText(period)} was set to ${held ? whole(measure, held) : 'none'} by ${held?.recordedBy ?? ''} on ${instantText(held?.recordedAt ?? '')}${held?.reason ? `: ${held.reason}` : ''}. You entered ${whole(measure, becomes)}: ${input.reason}. See which of the two is right.`,
    )
  const problems = problemsOf(measure, becomes)
  if (problems.length > 0) return { ok: false, problems }
  // A first target for what was published already changes what was said of it as much as a second.
  const first = (await measureVersions(db, measure.code)).at(-1)?.recordedAt ?? ''
  return makeChange(db, actor, {
    measure: measure.code,
    told: toldOf(measure, period, held, becomes),
    publishedIn: (locks) => publishedIn(held?.recordedAt ?? first, targetShownBy(period), locks),
    reason: input.reason,
    agreedBy: input.agreedBy,
    apply: async () => {
      await db
        .insertInto('target')
        .values({
          authority_id: actor.authorityId,
          measure_code: measure.code,
          period_start: period.start,
          period_end: period.end,
          revision: (held?.revision ?? 0) + 1,
          value: input.value,
          upper_value: input.upperValue,
          tolerance: input.tolerance,
          floor: input.floor,
          recorded_by: actor.name,
          reason: input.reason.trim(),
          illustrative: actor.illustrative === true,
        })
        .execute()
    },
  })
}

type Values = Omit<Target, 'period'>

const whole = (measure: RegisteredMeasure, target: Values): string =>
  `${targetWords(measure, target)}, tolerance ${toleranceWords(measure, target.tolerance)}`

function toldOf(measure: RegisteredMeasure, period: Period, held: Values | null, becomes: Values): Told[] {
  const words = (target: Values | null) => (target ? targetWords(measure, target) : 'No target')
  const tolerance = (target: Values | null) =>
    target ? toleranceWords(measure, target.tolerance) : 'No target'
  const told: Told[] = [
    { kind: 'target', period, was: words(held), becomes: words(becomes) },
    { kind: 'tolerance', period, was: tolerance(held), becomes: tolerance(becomes) },
  ]
  // With its first target a measure gets its tolerance too, which is then no change of its own.
  return told.filter(({ kind, was, becomes }) => was !== becomes && (held !== null || kind === 'target'))
}

function problemsOf({ goodDirection }: RegisteredMeasure, target: Values): ChangeProblem[] {
  const problems: ChangeProblem[] = []
  const { value, upperValue, tolerance, floor = null } = target
  if (goodDirection === 'range' && upperValue === null)
    problems.push({ field: 'upperValue', text: 'Enter the upper end of the range that is good' })
  if (goodDirection !== 'range' && upperValue !== null)
    problems.push({ field: 'upperValue', text: 'Leave this empty: good is one way here, not a range' })
  if (upperValue !== null && upperValue < value)
    problems.push({ field: 'upperValue', text: 'The upper end must not be below the lower end' })
  if (tolerance < 0) problems.push({ field: 'tolerance', text: 'The tolerance must not be below nought' })
  const isBeyond =
    floor !== null &&
    ((goodDirection === 'high' && floor > value) || (goodDirection === 'low' && floor < value))
  if (isBeyond)
    problems.push({ field: 'floor', text: 'The minimum standard must not ask for more than the target' })
  return problems
}
