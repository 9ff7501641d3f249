import { command } from '../../access/command.ts'
import { addUpload, changeUpload, type NewUpload, removeUpload, type UploadOf } from '../../access/uploads.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { WorkbookTrial } from './try-workbook.ts'

// None of these leaves an event: nothing has been answered, and the file that waits is forgotten.

/** Keeps a workbook until somebody has looked at what it would answer. Gives where it is found. */
export const keepWorkbook = (db: Db, actor: Actor, upload: NewUpload): Promise<string> =>
  command(db, actor, 'cycle.answer', async (db) => ({
    result: await addUpload(db, actor, upload),
    event: null,
  }))

type Change = { readonly id: string; readonly of: UploadOf; readonly trial: WorkbookTrial }

/** Keeps what it would do now, when that has changed. */
export const retryWorkbook = (db: Db, actor: Actor, { id, of, trial }: Change): Promise<void> =>
  command(db, actor, 'cycle.answer', async (db) => ({
    result: await changeUpload(db, id, of, { settings: {}, trial }),
    event: null,
  }))

/** Forgets a workbook that is done with. */
export const forgetWorkbook = (
  db: Db,
  actor: Actor,
  { id, of }: { readonly id: string; readonly of: UploadOf },
): Promise<boolean> =>
  command(db, actor, 'cycle.answer', async (db) => ({
    result: await removeUpload(db, id, of),
    event: null,
  }))
