import { changed, command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import type { Kept } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Commitment } from '../domain/high-needs/commitment.ts'
import type { RecoveryAction } from '../domain/high-needs/recovery.ts'
import { addRevisions } from './add-revisions.ts'
import { recoveryActionFor, recoveryActions } from './recovery.ts'

const commitmentColumns = [
  'position',
  'commitment',
  'due',
  'due_from',
  'due_until',
  'every_months',
  'source_ref',
]
const actionColumns = [
  ...['position', 'workstream', 'title', 'starts_in', 'ends_in', 'dates_basis', 'value_pence', 'progress'],
  ...['words', 'source_ref'],
]

/** Records what was promised to be reported or done, by when. */
export const recordCommitments = (db: Db, actor: Actor, commitments: readonly Commitment[]): Promise<Kept> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    const rows = commitments.map(({ dueFrom, dueUntil, everyMonths, source, ...each }) => ({
      ...each,
      due_from: dueFrom,
      due_until: dueUntil,
      every_months: everyMonths,
      source_ref: source,
    }))
    const kept = await addRevisions(
      db,
      actor,
      { table: 'high_needs_commitment', keys: ['code'], compared: commitmentColumns },
      rows,
    )
    return { result: kept, event: changed(kept, 'high-needs-commitment.recorded', 'high-needs/commitments') }
  })

/** Records the actions of the recovery plan, as a paper has them. */
export const recordRecoveryPlan = (db: Db, actor: Actor, actions: readonly RecoveryAction[]): Promise<Kept> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    const kept = await addRevisions(db, actor, revised, actions.map(rowOf))
    return { result: kept, event: changed(kept, 'recovery-plan.recorded', 'high-needs/recovery-plan') }
  })

export type ActionInput = Omit<RecoveryAction, 'code' | 'position'>

/** Adds an action to the end of the recovery plan; gives its code. */
export const addRecoveryAction = (db: Db, actor: Actor, input: ActionInput): Promise<string> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    await hold(db, 'recovery plan')
    const position = Math.max(0, ...(await recoveryActions(db)).map((each) => each.position)) + 1
    const code = `action-${position}`
    await addRevisions(db, actor, revised, [rowOf({ ...input, code, position })])
    return { result: code, event: { action: 'recovery-action.added', subject: `recovery-action/${code}` } }
  })

/** Says something else of an action. `seen` is how often it had been told of when this was written. */
export const reviseRecoveryAction = (
  db: Db,
  actor: Actor,
  { code, seen, ...input }: ActionInput & { readonly code: string; readonly seen: number },
): Promise<void> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    await hold(db, 'recovery plan')
    const { told, latest } = await recoveryActionFor(db, code)
    if (told.length !== seen)
      throw new Conflict(`Meanwhile ${told.at(-1)?.by} said something else of this action. Look at it first.`)
    const kept = await addRevisions(db, actor, revised, [
      rowOf({ ...input, code, position: latest.position }),
    ])
    return {
      result: undefined,
      event: changed(kept, 'recovery-action.revised', `recovery-action/${code}`),
    }
  })

const revised = { table: 'recovery_action', keys: ['code'], compared: actionColumns } as const

const rowOf = (action: RecoveryAction) => ({
  code: action.code,
  position: action.position,
  workstream: action.workstream,
  title: action.title,
  starts_in: action.startsIn,
  ends_in: action.endsIn,
  dates_basis: action.datesBasis,
  value_pence: action.value === null ? null : String(action.value),
  progress: action.progress,
  words: action.words,
  source_ref: action.source,
})
