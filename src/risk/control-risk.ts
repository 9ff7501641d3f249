import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { AssuranceLine, Effectiveness } from '../domain/risk/control.ts'
import { doneOnFault } from '../domain/risk/refusals.ts'
import { heldRisk, type OfRisk } from './held-risk.ts'
import { nextPartRow, nextRow } from './next-row.ts'
import { refuse } from './refuse.ts'

export type ControlInput = OfRisk & { readonly what: string; readonly owner: string | null }

/** Adds what already keeps a risk down. */
export const addRiskControl = (db: Db, actor: Actor, input: ControlInput): Promise<number> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, what, owner } = input
    const risk = await heldRisk(db, actor, input)
    const row = await nextRow(db, actor, risk, 'risk_control')
    await db
      .insertInto('risk_control')
      .values({ ...row, what, owner_role: owner })
      .execute()
    const details = { number: row.number }
    return { result: row.number, event: { action: 'risk.control-added', subject: `risk/${code}`, details } }
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
    const risk = await heldRisk(db, actor, input)
    const found = risk.controls.find(({ number }) => number === control)
    if (found === undefined) throw new Conflict('This risk has no such control. Choose one of the list.')
    refuse(doneOnFault(assuredOn, today))
    await db
      .insertInto('risk_control_assurance')
      .values({
        ...(await nextPartRow(db, actor, risk, 'control', found)),
        control_number: control,
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
