import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Role } from '../domain/access/roles.ts'
import type { Person } from '../domain/access/same-person.ts'
import type { Unit } from '../domain/access/unit.ts'
import type { FirstLevel, Level, SignalKind, Step } from '../domain/signals/signal.ts'
import { type Standing, standingOf } from '../domain/signals/standing.ts'
import { aboutChoices, aboutText, type NamedAbout } from './about.ts'

export type SignalStep = {
  readonly number: number
  readonly step: Step
  readonly level: Level
  readonly forum: string | null
  readonly words: string | null
  readonly day: string
  readonly by: Person
  readonly byRole: Role
}

export type Signal = {
  readonly id: number
  readonly kind: SignalKind
  readonly about: NamedAbout
  readonly words: string
  readonly firstLevel: FirstLevel
  readonly unit: Unit | null
  readonly raisedBy: Person
  readonly raisedByRole: Role
  readonly raisedOn: string
  readonly steps: readonly SignalStep[]
  readonly standing: Standing
  /** The forum it was put to last; null while it was put to none. */
  readonly forum: string | null
  readonly illustrative: boolean
}

/** Everything that was raised, the latest first, with all that was done about it. */
export async function signalsOf(db: Db): Promise<Signal[]> {
  const rows = await db.selectFrom('signal').selectAll().orderBy('id', 'desc').execute()
  const taken = await db
    .selectFrom('signal_step as s')
    .leftJoin('forum as f', (join) =>
      join.onRef('f.authority_id', '=', 's.authority_id').onRef('f.code', '=', 's.forum_code'),
    )
    .selectAll('s')
    .select('f.name as forum')
    .orderBy('s.number')
    .execute()
  const names = new Map((await aboutChoices(db)).map((about) => [aboutText(about), about]))
  const bySignal = Map.groupBy(taken, ({ signal_id }) => signal_id)
  return rows.map((row) => {
    const about = { kind: row.about_kind, code: row.about_code }
    const raised = { firstLevel: row.first_level, raisedOn: row.raised_on }
    const steps = (bySignal.get(row.id) ?? []).map((each) => ({
      number: each.number,
      step: each.step,
      level: each.level,
      forum: each.forum,
      words: each.words,
      day: each.on_day,
      by: { name: each.by_name, accountId: each.by_account_id },
      byRole: each.by_role as Role,
    }))
    return {
      id: row.id,
      kind: row.kind,
      about: names.get(aboutText(about)) ?? { ...about, title: row.about_code, href: null },
      words: row.words,
      ...raised,
      unit: row.unit_kind === null ? null : { kind: row.unit_kind, code: row.unit_code ?? '' },
      raisedBy: { name: row.raised_by, accountId: row.raised_by_account_id },
      raisedByRole: row.raised_by_role as Role,
      steps,
      standing: standingOf(raised, steps),
      forum: steps.findLast(({ forum }) => forum !== null)?.forum ?? null,
      illustrative: row.illustrative,
    }
  })
}

export async function signalFor(db: Db, id: number): Promise<Signal> {
  const found = (await signalsOf(db)).find((each) => each.id === id)
  if (found) return found
  throw new NotFound('Nothing of that number was raised here.', [
    { text: 'Everything that was raised', href: '/signals' },
  ])
}

export type Forum = { readonly code: string; readonly name: string; readonly kind: string }

/** The council's forums, as its papers list them. */
export const forumsOf = (db: Db): Promise<Forum[]> =>
  db.selectFrom('forum').select(['code', 'name', 'kind']).orderBy('position').execute()
