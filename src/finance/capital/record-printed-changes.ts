import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { PrintedChange } from '../../domain/finance/read-capital-changes.ts'

export type PrintedChangesInput = {
  readonly programme: string
  readonly changes: readonly (PrintedChange & {
    /** The number of the change whose amount it is a part of. */
    readonly partOf: number | null
    readonly toService: string | null
    readonly source: string
  })[]
}

/** Records the changes that a paper lists: the programme it prints has them in it already, so no amount is altered. */
export const recordPrintedChanges = (db: Db, actor: Actor, input: PrintedChangesInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { programme, changes } = input
    const recorded = await db
      .selectFrom('capital_change')
      .select('number')
      .where('programme', '=', programme)
      .where('printed', '=', false)
      .where('number', 'in', [0, ...changes.map(({ number }) => number)])
      .execute()
    if (recorded.length > 0)
      throw new Conflict(
        `Change ${recorded[0]?.number} of this programme was recorded since the meeting. The paper’s list must be loaded before changes are recorded.`,
      )
    const kept = await keepRows(
      db,
      'capital_change',
      ['authority_id', 'programme', 'number'],
      changes.map((each) => ({
        authority_id: actor.authorityId,
        programme,
        number: each.number,
        printed: true,
        kind: each.kind,
        service_code: each.service,
        scheme_code: each.scheme,
        title: each.title,
        to_service_code: each.toService,
        amount_pence: each.amount === null ? null : String(each.amount),
        from_year: each.fromYear,
        to_year: each.toYear,
        part_of: each.partOf,
        funding: each.funding,
        approval_route: each.route,
        approval_body: each.body,
        approved_when: each.when,
        note: each.note,
        source_ref: each.source,
        by_name: actor.name,
        by_role: actor.role,
        illustrative: actor.illustrative === true,
      })),
    )
    return { result: kept, event: changed(kept, 'capital-changes.recorded', `capital/${programme}`) }
  })
