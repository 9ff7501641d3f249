import { sql } from 'kysely'
import type { Db } from './database.ts'
import { insideTransaction, refuseInsideTransaction } from './transaction-guard.ts'

const largestInteger = 2_147_483_647

/**
 * One transaction as the unprivileged role, seeing only one authority's rows: row-level security hides the others
 * whatever the query says. Rows exempt from publication are hidden the same way unless `seesExempt`. Use the db it gives,
 * and await everything inside.
 */
export async function inAuthority<T>(
  db: Db,
  authorityId: number,
  work: (db: Db) => Promise<T>,
  { seesExempt = false }: { readonly seesExempt?: boolean } = {},
): Promise<T> {
  refuseInsideTransaction('inAuthority was called')
  if (!Number.isInteger(authorityId) || authorityId < 1 || authorityId > largestInteger) {
    throw new TypeError(`${authorityId} is not an authority's id.`)
  }
  return await db.transaction().execute(async (transaction) => {
    // SET LOCAL with a checked literal, because set_config() never reaches the workers of a Citus cluster.
    await sql
      .raw(
        `set local role goldenthread_app; set local app.authority = ${authorityId}; ` +
          `set local app.exempt = '${seesExempt ? 'on' : 'off'}'`,
      )
      .execute(transaction)
    return await insideTransaction(() => work(transaction))
  })
}
