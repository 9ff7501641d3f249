import { command, type Done } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import {
  type AskedChange,
  planOneChange,
  type UnplannedChange,
} from '../../domain/finance/plan-capital-changes.ts'
import { addPlannedChange, nextChangeNumber } from './add-change.ts'
import { capitalView } from './queries.ts'
import { schemesOf } from './scheme.ts'

export type ChangeInput = AskedChange & {
  readonly programme: string
  /** The number of the last change when the form was shown. */
  readonly seen: number
}

export type ChangeRecorded =
  | { readonly ok: true; readonly number: number }
  | { readonly ok: false; readonly problem: UnplannedChange }

/**
 * Records a change to a programme since its meeting: the change, and what it adds to and takes from which scheme in which
 * year. Nothing that was there is overwritten.
 */
export const recordCapitalChange = (db: Db, actor: Actor, input: ChangeInput): Promise<ChangeRecorded> =>
  command(db, actor, 'finance.record', async (db): Promise<Done<ChangeRecorded>> => {
    const { programme, seen, ...asked } = input
    await hold(db, `capital programme ${programme}`)
    const number = await nextChangeNumber(db, programme)
    if (number !== seen + 1)
      throw new Conflict('Another change to this programme was recorded meanwhile. Look at it first.')
    const plan = planOneChange(schemesOf(await capitalView(db, programme)), asked)
    if (!plan.ok) return { result: { ok: false, problem: { part: plan.part, says: plan.says } }, event: null }
    await addPlannedChange(db, actor, { programme, number }, plan.planned)
    // No title and no amount: the event trail is read by some who may not see what is exempt from publication.
    const event = {
      action: 'capital-change.recorded',
      subject: `capital/${programme}/change/${number}`,
      details: { kind: asked.change.kind },
    }
    return { result: { ok: true, number }, event }
  })
