import { command } from '../../access/command.ts'
import { addUpload, changeUpload, type NewUpload, removeUpload, type UploadOf } from '../../access/uploads.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { FinanceSettings } from './import-finance.ts'
import type { FinanceTrial } from './trial.ts'

// None of these leaves an event: no amount has changed, and the file that waits is forgotten.

/** Keeps a finance file until somebody has looked at what storing it would do. Gives where it is found. */
export const keepFinanceFile = (db: Db, actor: Actor, upload: NewUpload): Promise<string> =>
  command(db, actor, 'finance.record', async (db) => ({
    result: await addUpload(db, actor, upload),
    event: null,
  }))

type Change = {
  readonly id: string
  readonly of: UploadOf
  readonly settings: FinanceSettings
  readonly trial: FinanceTrial
}

/** Keeps how else it is to be read, and what would be done then. */
export const changeFinanceFile = (db: Db, actor: Actor, { id, of, settings, trial }: Change): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => ({
    result: await changeUpload(db, id, of, { settings, trial }),
    event: null,
  }))

export const throwFinanceFileAway = (
  db: Db,
  actor: Actor,
  { id, of }: { readonly id: string; readonly of: UploadOf },
): Promise<boolean> =>
  command(db, actor, 'finance.record', async (db) => ({
    result: await removeUpload(db, id, of),
    event: null,
  }))
