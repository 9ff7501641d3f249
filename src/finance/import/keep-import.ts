import { command } from '../../access/command.ts'
import { takeUpload, type UploadOf } from '../../access/uploads.ts'
import type { Db } from '../../db/database.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { FinanceImportResult } from './finance-result.ts'

export type FinanceImportKept = {
  readonly result: FinanceImportResult
  readonly sha256: string
  readonly reason: string | null
  /** Keeps the amounts, in the same transaction. */
  readonly keep: (db: Db) => Promise<Kept>
  /** What was said of cost centres, to be remembered. */
  readonly costCentres: ReadonlyMap<string, string>
  /** The file that waited for this, taken away with it. */
  readonly waiting: { readonly id: string; readonly of: UploadOf } | null
}

/** Stores the amounts of a file, which file it was and how it was read, why what was asked about is right, and what its cost centres are of. */
export const recordFinanceImport = (db: Db, actor: Actor, kept: FinanceImportKept): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { result, sha256, reason, keep, costCentres, waiting } = kept
    const { subject, found, kind, file } = result
    if (waiting !== null) await takeUpload(db, waiting)
    for (const [centre, service] of costCentres) await addCostCentre(db, actor, centre, service)
    if (subject === null || found.unit === null || result.accepted === 0)
      return { result: undefined, event: null }
    const { added, changed } = await keep(db)
    const accepted = result.warnings.map(({ sheet, row, column, message }) => ({
      sheet,
      row,
      column,
      message,
    }))
    await db
      .insertInto('finance_import')
      .values({
        authority_id: actor.authorityId,
        kind,
        subject,
        sha256,
        file_name: file,
        shape: found.shape ?? '',
        unit: found.unit,
        lines: result.accepted,
        totals: JSON.stringify(result.totals),
        accepted: JSON.stringify(accepted),
        reason: accepted.length > 0 ? reason : null,
        recorded_by: actor.name,
      })
      .onConflict((conflict) => conflict.constraint('finance_import_pkey').doNothing())
      .execute()
    const { accepted: lines, unchanged } = result
    const details = { file, sha256, shape: found.shape, unit: found.unit, lines, unchanged, reason }
    return {
      result: undefined,
      event: added + changed === 0 ? null : { action: 'finance-file.imported', subject, details },
    }
  })

async function addCostCentre(db: Db, actor: Actor, cost_centre: string, service_code: string): Promise<void> {
  const before = await db
    .selectFrom('cost_centre_service')
    .select(['number', 'service_code'])
    .where('cost_centre', '=', cost_centre)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (before?.service_code === service_code) return
  await db
    .insertInto('cost_centre_service')
    .values({
      authority_id: actor.authorityId,
      cost_centre,
      number: (before?.number ?? 0) + 1,
      service_code,
      recorded_by: actor.name,
    })
    .execute()
}
