import { writeSync } from 'node:fs'
import { cycleFor } from '#src/cycle/cycles.ts'
import { agreeTo } from '#src/cycle/decide.ts'
import { cycleRequests } from '#src/cycle/requests.ts'
import { openDatabase } from '#src/db/database.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor } from '#src/domain/access/roles.ts'

// A program that signs off all answers of one quarter after the other, each quarter in one posting, and says so before
// it begins and when it is committed. Whoever started it may kill it. Its arguments: the data folder, the database's
// address (or nothing), and the quarters.
const [, , dataFolder = '', databaseUrl = '', ...quarters] = process.argv
const director: Actor = { authorityId: 1, role: 'assistant-director', name: 'test director' }
const { db, close } = await openDatabase({ dataFolder, databaseUrl })

for (const quarter of quarters) {
  const requests = await inAuthority(db, 1, async (db) => cycleRequests(db, await cycleFor(db, quarter)))
  const answers = requests
    .filter(({ state }) => state === 'confirmed')
    .map(({ measure, answer }) => ({ measure: measure.code, number: answer?.number ?? 0 }))
  if (answers.length === 0) continue
  writeSync(1, `begun ${quarter}\n`)
  await agreeTo(db, director, { quarter, step: 'sign-off', answers })
  writeSync(1, `signed ${quarter}\n`)
}
await close()
