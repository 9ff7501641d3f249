import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { openDatabase } from '#src/db/database.ts'

// A program that writes without end, in batches of several rows, and says so only when a batch is committed. Whoever
// started it kills it. Its arguments: the data folder, the database's address (or nothing), the first number to write.
const [, , dataFolder = '', databaseUrl = '', first = '1'] = process.argv
const { db } = await openDatabase({ dataFolder, databaseUrl })

for (let from = Number(first); ; ) {
  const to = from + (from % 5)
  await db.transaction().execute(async (db) => {
    for (let n = from; n <= to; n += 1) {
      await sql`insert into written (n, filler) values (${n}, ${'x'.repeat(n % 700)})`.execute(db)
    }
  })
  writeSync(1, `${to}\n`)
  from = to + 1
}
