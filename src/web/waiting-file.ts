import { type UploadOf, type UploadPurpose, uploadContent, uploadFor } from '../access/uploads.ts'
import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import type { Actor } from '../domain/access/roles.ts'
import { asFile } from './as-file.ts'
import type { Posted, Read } from './form.ts'
import { ownerOf } from './visit.ts'

/** A file that waits is for whoever brought it, and for one purpose. */
export const uploadOf = (
  { visit, site }: Pick<Posted, 'visit' | 'site'>,
  purpose: UploadPurpose,
): UploadOf => ({ owner: ownerOf(visit), purpose, now: site.now() })

/** A form whose address names a file that waits. */
export type PostedTo = Pick<Posted, 'visit' | 'site'> & { readonly params: { readonly id: string } }

/** The file that waits at the address of a form. `withFile` works on it as it came. */
export async function waitingFile(db: Db, { authorityId }: Actor, posted: PostedTo, purpose: UploadPurpose) {
  const of = uploadOf(posted, purpose)
  const { id } = posted.params
  const {
    fileName: file,
    settings,
    trial,
  } = await inAuthority(db, authorityId, (db) => uploadFor(db, id, of))
  const withFile = async <T>(work: (brought: { path: string; file: string }) => Promise<T>): Promise<T> => {
    const content = await inAuthority(db, authorityId, (db) => uploadContent(db, id, of))
    return asFile(content, (path) => work({ path, file }))
  }
  return { id, of, settings, trial, withFile }
}

/** Why a file is stored although something about it was asked; null where nothing is given. */
export function readReason(body: URLSearchParams): Read<string | null> {
  const reason = (body.get('reason') ?? '').trim()
  return reason.length > 500
    ? { ok: false, problems: [{ field: 'reason', text: 'Enter a reason of at most 500 characters' }] }
    : { ok: true, input: reason || null }
}
