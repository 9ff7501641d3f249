import { command, type Done } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { planChangeList } from '../../domain/finance/plan-capital-changes.ts'
import type { CsvRow, RowProblem } from '../../domain/finance/read-capital-changes.ts'
import { addPlannedChange, nextChangeNumber } from './add-change.ts'
import { capitalView } from './queries.ts'
import { schemesOf } from './scheme.ts'

export type ChangeListInput = {
  readonly programme: string
  /** The number of the last change when the form was shown. */
  readonly seen: number
  readonly records: readonly CsvRow[]
}

export type ChangeListRecorded =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

/** Records a list of changes to a programme since its meeting: all of them, or none and why. */
export const recordCapitalChangeList = (
  db: Db,
  actor: Actor,
  input: ChangeListInput,
): Promise<ChangeListRecorded> =>
  command(db, actor, 'finance.record', async (db): Promise<Done<ChangeListRecorded>> => {
    const { programme, seen, records } = input
    await hold(db, `capital programme ${programme}`)
    const first = await nextChangeNumber(db, programme)
    if (first !== seen + 1)
      throw new Conflict('Another change to this programme was recorded meanwhile. Look at it first.')
    const plan = planChangeList(records, schemesOf(await capitalView(db, programme)))
    if (!plan.ok) return { result: plan, event: null }
    for (const [index, planned] of plan.changes.entries())
      await addPlannedChange(db, actor, { programme, number: first + index }, planned)
    // Neither titles nor amounts: the trail is read by some who may not see what is exempt from publication.
    const event = {
      action: 'capital-change.recorded',
      subject: `capital/${programme}`,
      details: { changes: plan.changes.length },
    }
    return { result: { ok: true, count: plan.changes.length }, event }
  })
