import { command, permit } from '../access/command.ts'
import { Conflict, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { isOpenAction, type Progress } from '../domain/risk/due.ts'
import { doneOnFault, dueFault } from '../domain/risk/refusals.ts'
import { byWhom } from './by-whom.ts'
import { heldRisk, type OfRisk, unitsOverRisk } from './held-risk.ts'
import { nextNumber, nextPartNumber } from './next-number.ts'

export type ActionInput = OfRisk & { readonly what: string; readonly owner: string; readonly due: string }

/** Adds what is to be done to bring a risk down: by which role, and by when. */
export const addRiskAction = (db: Db, actor: Actor, input: ActionInput): Promise<number> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, what, owner, due, today } = input
    const risk = await heldRisk(db, input)
    permit(actor, 'risk.keep', { units: await unitsOverRisk(db, risk.unit, today) })
    const fault = dueFault(due, today)
    if (fault !== null) throw new Conflict(fault)
    const number = await nextNumber(db, 'risk_action', code)
    await db
      .insertInto('risk_action')
      .values({ ...byWhom(actor, risk), risk_code: code, number, what, owner_role: owner, due })
      .execute()
    return {
      result: number,
      event: { action: 'risk.action-added', subject: `risk/${code}`, details: { number, due } },
    }
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
    const risk = await heldRisk(db, input)
    permit(actor, 'risk.keep', { units: await unitsOverRisk(db, risk.unit, today) })
    const found = risk.actions.find(({ number }) => number === action)
    if (found === undefined) throw new NotFound('This risk has no such action. Choose one of the list.')
    if (!isOpenAction(found.state)) throw new Conflict('That action has ended. Add another.')
    const fault = doneOnFault(onDay, today)
    if (fault !== null) throw new Conflict(fault)
    await db
      .insertInto('risk_action_progress')
      .values({
        ...byWhom(actor, found),
        risk_code: code,
        action_number: action,
        number: await nextPartNumber(db, 'action', code, action),
        progress,
        on_day: onDay,
        words,
      })
      .execute()
    const details = { action, progress }
    return { result: undefined, event: { action: 'risk.action-told', subject: `risk/${code}`, details } }
  })
