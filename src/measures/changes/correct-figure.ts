import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { checkFigure } from '../../domain/import/figure-checks.ts'
import type { ObservationStatus } from '../../domain/measures/observation.ts'
import { figureShownBy, publishedIn } from '../../domain/measures/published-in.ts'
import { periodSlug, periodText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { registeredCodes } from '../import/register.ts'
import { storeFigures } from '../import/store-figures.ts'
import { measureFor } from '../queries.ts'
import { figureRevisions } from '../revisions.ts'
import { makeChange, type Outcome, wrong } from './change.ts'
import { instantText } from './instant-text.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { figureWords } from './words.ts'

export type FigureCorrection = {
  readonly measure: string
  /** Of the figure that is held. */
  readonly start: string
  readonly end: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly status: ObservationStatus
  readonly doubt: string | null
  readonly reason: string
  /** The revision that was looked at: another in the meantime is not overwritten unseen. */
  readonly seen: number
  /** The day on which it is corrected. */
  readonly today: string
}

/** Corrects the council's own figure of a measure by a new revision; also makes a provisional one final. */
export const correctFigure = (db: Db, actor: Actor, input: FigureCorrection): Promise<Outcome> =>
  command(db, actor, 'measure.record-values', async (db) => {
    const outcome = await correctFigureIn(db, actor, input)
    return { result: outcome, event: outcome.ok ? corrected(input, outcome) : null }
  })

const corrected = (input: FigureCorrection, { effect }: Outcome & { ok: true }) => ({
  action: 'figure.corrected',
  subject: `measure/${input.measure}`,
  details: {
    period: periodSlug(effect.told[0]?.period ?? effect.quarter),
    was: effect.told[0]?.was,
    becomes: effect.told[0]?.becomes,
    reason: input.reason,
    restated: effect.published.map(({ quarter }) => quarter),
  },
})

export async function correctFigureIn(db: Db, actor: Actor, input: FigureCorrection): Promise<Outcome> {
  await oneAtATime(db)
  const measure = await measureFor(db, input.measure)
  const { areaCode } = await authorityOf(db, actor)
  const { series } = measure
  const all = series ? await figureRevisions(db, series.code, areaCode) : []
  const held = all.find(({ period }) => period.start === input.start && period.end === input.end)
  if (!series || !held) return wrong('period', 'Choose the period of a figure that is held')
  const becomes = figureWords(measure, input)
  if (held.revision !== input.seen)
    throw new Conflict(
      `The figure for ${periodText(held.period)} was changed to ${figureWords(measure, held)} by ${held.recordedBy} on ${instantText(held.recordedAt)}: ${held.reason ?? 'first recorded'}. You entered ${becomes}: ${input.reason}. See which of the two is right.`,
    )
  // Limits belong to the value they were published with.
  const keeps = held.value !== null && Number(held.value) === Number(input.value)
  const incoming = {
    row: 1,
    series: series.code,
    area: areaCode,
    category: '',
    periodStart: input.start,
    periodEnd: input.end,
    value: input.value,
    numerator: input.numerator,
    denominator: input.denominator,
    lower: keeps ? held.lower : null,
    upper: keeps ? held.upper : null,
    status: input.status,
    doubt: input.doubt,
    sign: null,
    column: 'value',
  }
  const { figure, problems, warnings } = checkFigure(incoming, await registeredCodes(db), input.today)
  if (!figure)
    return { ok: false, problems: problems.map(({ column, message }) => ({ field: column, text: message })) }
  const was = figureWords(measure, held)
  const same = was === becomes && held.numerator === input.numerator && held.denominator === input.denominator
  return makeChange(db, actor, {
    measure: measure.code,
    told: same ? [] : [{ kind: 'figure', period: held.period, was, becomes }],
    publishedIn: (locks) => publishedIn(held.recordedAt, figureShownBy(held.period), locks),
    reason: input.reason,
    agreedBy: null,
    warnings: warnings.map(({ message }) => message),
    apply: async () => {
      // What is corrected of an illustrative figure illustrates too, and goes with it.
      const by = held.illustrative ? { ...actor, illustrative: true as const } : actor
      await storeFigures(db, by, [figure], input.reason.trim())
    },
  })
}
