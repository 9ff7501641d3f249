import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'

/** What was answered to an earlier sending with the same Idempotency-Key; null when there was none. */
export async function answerGiven(
  db: Db,
  keyId: number,
  idempotencyHash: string,
): Promise<{ readonly requestHash: string; readonly answer: object } | null> {
  const row = await db
    .selectFrom('api_answer')
    .select(['request_hash as requestHash', 'answer'])
    .where('key_id', '=', keyId)
    .where('idempotency_hash', '=', idempotencyHash)
    .executeTakeFirst()
  return row === undefined ? null : { requestHash: row.requestHash, answer: row.answer as object }
}

/** Part of the import's own transaction. False when the same sending has come in the meantime. */
export async function rememberAnswer(
  db: Db,
  { authorityId }: Actor,
  keyId: number,
  hashes: { readonly idempotency: string; readonly request: string },
  answer: object,
): Promise<boolean> {
  const added = await db
    .insertInto('api_answer')
    .values({
      authority_id: authorityId,
      key_id: keyId,
      idempotency_hash: hashes.idempotency,
      request_hash: hashes.request,
      answer: JSON.stringify(answer),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key_id')
    .executeTakeFirst()
  return added !== undefined
}
