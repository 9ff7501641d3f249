import { command } from '../../access/command.ts'
import { addUpload, changeUpload, type NewUpload, removeUpload, type UploadOf } from '../../access/uploads.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { ImportSettings, ImportTrial } from './trial.ts'

// None of these leaves an event: no figure has changed, and the file that waits is forgotten.

/** Keeps a file of figures until somebody has looked at what storing it would do. Gives where it is found. */
export const keepForLooking = (db: Db, actor: Actor, upload: NewUpload): Promise<string> =>
  command(db, actor, 'measure.record-values', async (db) => ({
    result: await addUpload(db, actor, upload),
    event: null,
  }))

type Change = {
  readonly id: string
  readonly of: UploadOf
  readonly settings: ImportSettings
  readonly trial: ImportTrial
}

/** Keeps how else it is to be read, which warnings were looked at, or what would be done now. */
export const changeWaiting = (db: Db, actor: Actor, { id, of, settings, trial }: Change): Promise<void> =>
  command(db, actor, 'measure.record-values', async (db) => ({
    result: await changeUpload(db, id, of, { settings, trial }),
    event: null,
  }))

/** Throws a file away without storing it. */
export const throwAway = (
  db: Db,
  actor: Actor,
  { id, of }: { readonly id: string; readonly of: UploadOf },
): Promise<boolean> =>
  command(db, actor, 'measure.record-values', async (db) => ({
    result: await removeUpload(db, id, of),
    event: null,
  }))
