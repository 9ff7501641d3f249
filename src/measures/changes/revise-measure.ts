import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { publishedIn } from '../../domain/measures/published-in.ts'
import { planItems } from '../../planning/queries.ts'
import { differences, type Entry, measureVersions } from '../measure-versions.ts'
import { measureFor } from '../queries.ts'
import { keepVersions } from '../versions.ts'
import { makeChange, type Outcome, wrong } from './change.ts'
import { instantText } from './instant-text.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type RevisionInput = {
  readonly measure: string
  readonly entry: Entry
  readonly reason: string
  readonly agreedBy: string | null
  /** The version that was looked at. */
  readonly seen: number
}

/** Revises a measure's entry in the register: its title, definition, owners, direction and so on. */
export const reviseMeasure = (db: Db, actor: Actor, input: RevisionInput): Promise<Outcome> =>
  command(db, actor, 'measure.keep', async (db) => {
    const outcome = await reviseMeasureIn(db, actor, input)
    return { result: outcome, event: outcome.ok ? revised(input, outcome) : null }
  })

const revised = ({ measure, reason, agreedBy }: RevisionInput, { effect }: Outcome & { ok: true }) => ({
  action: 'measure.revised',
  subject: `measure/${measure}`,
  details: {
    changes: effect.told.map(({ kind, was, becomes }) => ({ kind, was, becomes })),
    reason,
    agreedBy,
    restated: effect.published.map(({ quarter }) => quarter),
  },
})

export async function reviseMeasureIn(db: Db, actor: Actor, input: RevisionInput): Promise<Outcome> {
  await oneAtATime(db)
  const { code } = await measureFor(db, input.measure)
  const [held, ...earlier] = await measureVersions(db, code)
  if (!held) throw new Error(`Measure ${code} has no version.`)
  const { entry } = input
  const changes = differences(held, entry)
  if (held.number !== input.seen) {
    const theirs = differences(earlier.find(({ number }) => number === input.seen) ?? held, held)
    throw new Conflict(
      `The entry was changed by ${held.recordedBy} on ${instantText(held.recordedAt)} (${told(theirs)})${held.reason ? `: ${held.reason}` : ''}. What you entered differs from it in this: ${told(changes)}. See what should stand.`,
    )
  }
  if (entry.title.trim() === '') return wrong('title', 'Enter the title')
  if (entry.serves !== null && !(await planItems(db)).has(entry.serves))
    return wrong('serves', 'Choose an item of a plan')
  const kinds = [...new Set(changes.map(({ kind }) => kind))]
  return makeChange(db, actor, {
    measure: code,
    told: kinds.map((kind) => {
      const of = changes.filter((each) => each.kind === kind)
      const words = (side: 'was' | 'becomes') => of.map((each) => `${each.name}: ${each[side]}`).join('; ')
      return { kind, period: null, was: words('was'), becomes: words('becomes') }
    }),
    publishedIn: (locks) => publishedIn(held.recordedAt, null, locks),
    reason: input.reason,
    agreedBy: input.agreedBy,
    apply: async () => {
      await db
        .updateTable('measure')
        .set({
          title: entry.title,
          definition: entry.definition,
          unit: entry.unit,
          good_direction: entry.goodDirection,
          information_type: entry.informationType,
          level: entry.level,
          frequency: entry.frequency,
          lag_months: entry.lagMonths,
          owner_role: entry.owner,
          metric_responsibility: entry.metricResponsibility,
          data_officer: entry.dataOfficer,
          serves_code: entry.serves,
          estimation_note: entry.estimationNote,
          depends_on: entry.dependsOn,
          fresh_within_months: entry.freshWithinMonths,
        })
        .where('code', '=', code)
        .execute()
      await keepVersions(db, actor, 'measure', input.reason.trim())
    },
  })
}

const told = (changes: readonly { name: string; was: string; becomes: string }[]): string =>
  changes.map(({ name, was, becomes }) => `${name}: from “${was}” to “${becomes}”`).join('; ') || 'nothing'
