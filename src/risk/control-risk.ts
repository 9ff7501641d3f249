import { command, permit } from '../access/command.ts'
import { Conflict, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { AssuranceLine, Effectiveness } from '../domain/risk/control.ts'
import { doneOnFault } from '../domain/risk/refusals.ts'
import { byWhom } from './by-whom.ts'
import { heldRisk, type OfRisk, unitsOverRisk } from './held-risk.ts'
import { nextNumber, nextPartNumber } from './next-number.ts'

export type ControlInput = OfRisk & { readonly what: string; readonly owner: string | null }

/** Adds what already keeps a risk down. */
export const addRiskControl = (db: Db, actor: Actor, input: ControlInput): Promise<number> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, what, owner, today } = input
    const risk = await heldRisk(db, input)
    permit(actor, 'risk.keep', { units: await unitsOverRisk(db, risk.unit, today) })
    const number = await nextNumber(db, 'risk_control', code)
    await db
      .insertInto('risk_control')
      .values({ ...byWhom(actor, risk), risk_code: code, number, what, owner_role: owner })
      .execute()
    return {
      result: number,
      event: { action: 'risk.control-added', subject: `risk/${code}`, details: { number } },
    }
  })

export type AssuranceInput = OfRisk & {
  readonly control: number
  readonly line: AssuranceLine
  readonly assuredBy: string
  readonly assuredOn: string
  readonly effectiveness: Effectiveness
  readonly words: string
}

/** Records whether a control works, who found that out, and when. */
export const assureRiskControl = (db: Db, actor: Actor, input: AssuranceInput): Promise<void> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, control, line, assuredBy, assuredOn, effectiveness, words, today } = input
    const risk = await heldRisk(db, input)
    permit(actor, 'risk.keep', { units: await unitsOverRisk(db, risk.unit, today) })
    const found = risk.controls.find(({ number }) => number === control)
    if (found === undefined) throw new NotFound('This risk has no such control. Choose one of the list.')
    const fault = doneOnFault(assuredOn, today)
    if (fault !== null) throw new Conflict(fault)
    await db
      .insertInto('risk_control_assurance')
      .values({
        ...byWhom(actor, found),
        risk_code: code,
        control_number: control,
        number: await nextPartNumber(db, 'control', code, control),
        line,
        assured_by: assuredBy,
        assured_on: assuredOn,
        effectiveness,
        words,
      })
      .execute()
    const details = { control, effectiveness }
    return { result: undefined, event: { action: 'risk.control-assured', subject: `risk/${code}`, details } }
  })
