import type { Db } from '../../db/database.ts'

/** Of two people who change the register at once the second waits here, and then finds what the first has done. */
export const oneAtATime = async (db: Db): Promise<void> => {
  await db.selectFrom('audit_head').select('sequence').forUpdate().execute()
}
