import { command } from '../../access/command.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'

export type KeyUse = { readonly keyId: number; readonly details: Readonly<Record<string, unknown>> }

/** Leaves word of a sending that stored nothing: one that stored something has an event of its own. */
export const noteKeyUse = (db: Db, actor: Actor, { keyId, details }: KeyUse): Promise<void> =>
  command(db, actor, 'measure.send-values', async () => ({
    result: undefined,
    event: { action: 'key.used', subject: `key/${keyId}`, details: { ...details } },
  }))
