import { randomBytes } from 'node:crypto'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { Conflict, NotFound } from './refusals.ts'

/** A file that waits for somebody to look at what storing it would do. */
export type WaitingUpload = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly settings: unknown
  readonly trial: unknown
  readonly receivedAt: string
}

export type UploadPurpose = 'figures' | 'answers' | 'finance'

/** Whose it is and what for; and the time by which it is judged too old. */
export type UploadOf = { readonly owner: string; readonly purpose: UploadPurpose; readonly now: Date }

/** Of one file; how long it waits; and how many of one owner's wait at once, of which the oldest goes. */
export const uploadLimits = { bytes: 10_000_000, hours: 24, waiting: 5 } as const

export type NewUpload = UploadOf & {
  readonly fileName: string
  readonly sha256: string
  readonly content: Uint8Array
  readonly settings: unknown
  readonly trial: unknown
}

/** Part of a command: keeps a file, and forgets what has waited too long or is too much. Gives where it is found. */
export async function addUpload(db: Db, { authorityId }: Actor, upload: NewUpload): Promise<string> {
  const { owner, purpose, now, content } = upload
  await db.deleteFrom('upload').where('expires_at', '<', now.toISOString()).execute()
  const waiting = await db
    .selectFrom('upload')
    .select('id')
    .where('owner', '=', owner)
    .orderBy('received_at', 'desc')
    .offset(uploadLimits.waiting - 1)
    .execute()
  const surplus = waiting.map(({ id }) => id)
  if (surplus.length > 0) await db.deleteFrom('upload').where('id', 'in', surplus).execute()
  const id = randomBytes(16).toString('base64url')
  await db
    .insertInto('upload')
    .values({
      authority_id: authorityId,
      id,
      owner,
      purpose,
      file_name: upload.fileName,
      bytes: content.length,
      sha256: upload.sha256,
      content,
      settings: JSON.stringify(upload.settings),
      trial: JSON.stringify(upload.trial),
      received_at: now.toISOString(),
      expires_at: new Date(now.getTime() + uploadLimits.hours * 3_600_000).toISOString(),
    })
    .execute()
  return id
}

/** The file of that address, for whoever brought it and nobody else. */
export async function uploadFor(db: Db, id: string, of: UploadOf): Promise<WaitingUpload> {
  const row = await waitingOf(db, of)
    .select(['id', 'file_name', 'bytes', 'settings', 'trial', 'received_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw gone()
  const { file_name: fileName, received_at: receivedAt, ...rest } = row
  return { ...rest, fileName, receivedAt }
}

export async function uploadContent(db: Db, id: string, of: UploadOf): Promise<Uint8Array> {
  const row = await waitingOf(db, of).select('content').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw gone()
  return row.content
}

/** Part of a command: what came of trying it another way. */
export async function changeUpload(
  db: Db,
  id: string,
  of: UploadOf,
  change: { readonly settings: unknown; readonly trial: unknown },
): Promise<void> {
  const { owner, purpose } = of
  await db
    .updateTable('upload')
    .set({ settings: JSON.stringify(change.settings), trial: JSON.stringify(change.trial) })
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('purpose', '=', purpose)
    .execute()
}

/** Part of a command: false when it was gone already. */
export async function removeUpload(db: Db, id: string, { owner, purpose }: UploadOf): Promise<boolean> {
  const rows = await db
    .deleteFrom('upload')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('purpose', '=', purpose)
    .returning('id')
    .execute()
  return rows.length > 0
}

/** Part of the command that stores a file: it is taken away with it. @throws Conflict when it was gone already. */
export async function takeUpload(
  db: Db,
  { id, of }: { readonly id: string; readonly of: UploadOf },
): Promise<void> {
  if (!(await removeUpload(db, id, of)))
    throw new Conflict('This file was stored or thrown away a moment ago, from another page of yours.')
}

const waitingOf = (db: Db, { owner, purpose, now }: UploadOf) =>
  db
    .selectFrom('upload')
    .where('owner', '=', owner)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now.toISOString())

const gone = () =>
  new NotFound(
    'There is no file of yours waiting here. It was stored or thrown away, or has waited for more than a day: choose it again.',
  )
