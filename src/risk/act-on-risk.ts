import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { isOpenAction, type Progress } from '../domain/risk/due.ts'
import { doneOnFault, dueFault } from '../domain/risk/refusals.ts'
import { heldRisk, type OfRisk } from './held-risk.ts'
import { nextPartRow, nextRow } from './next-row.ts'
import { refuse } from './refuse.ts'

export type ActionInput = OfRisk & { readonly what: string; readonly owner: string; readonly due: string }

/** Adds what is to be done to bring a risk down: by which role, and by when. */
export const addRiskAction = (db: Db, actor: Actor, input: ActionInput): Promise<number> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, what, owner, due, today } = input
    const risk = await heldRisk(db, actor, input)
    refuse(dueFault(due, today))
    const row = await nextRow(db, actor, risk, 'risk_action')
    await db
      .insertInto('risk_action')
      .values({ ...row, what, owner_role: owner, due })
      .execute()
    const details = { number: row.number, due }
    return { result: row.number, event: { action: 'risk.action-added', subject: `risk/${code}`, details } }
  })

export type ProgressInput = OfRisk & {
  readonly action: number
  readonly progress: Progress
  readonly onDay: string
  readonly words: string
}

/** Tells how far an action has come. One that is done or stopped is told of no more. */
export const tellRiskAction = (db: Db, actor: Actor, input: ProgressInput): Promise<void> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, action, progress, onDay, words, today } = input
    const risk = await heldRisk(db, actor, input)
    const found = risk.actions.find(({ number }) => number === action)
    if (found === undefined) throw new Conflict('This risk has no such action. Choose one of the list.')
    if (!isOpenAction(found.state)) throw new Conflict('That action has ended. Add another.')
    refuse(doneOnFault(onDay, today))
    await db
      .insertInto('risk_action_progress')
      .values({
        ...(await nextPartRow(db, actor, risk, 'action', found)),
        action_number: action,
        progress,
        on_day: onDay,
        words,
      })
      .execute()
    const details = { action, progress }
    return { result: undefined, event: { action: 'risk.action-told', subject: `risk/${code}`, details } }
  })
