import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '#src/db/database.ts'
import { migrate } from '#src/db/migrate.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { recordSeries } from '#src/measures/commands.ts'
import { recordAreas } from '#src/organisation/areas.ts'
import { setUpAuthority } from '#src/organisation/authority.ts'
import { startProgram, temporaryFolder } from '#test/support/command-line.ts'
import { placeFor, useOf } from '#test/support/place.ts'
import { recycling } from '#test/support/small-council.ts'

const figures = 12_000
const rounds = 6
const keeper: Actor = { authorityId: 1, role: 'operator', name: 'test' }

test('an import that is killed at any moment has stored all of its figures or none', async (t) => {
  const place = await placeFor(t)
  await useOf(place, async (database) => {
    await migrate(database)
    const names = { slug: 'smallton', name: 'Smallton Council', shortName: 'Smallton' }
    await setUpAuthority(database.db, { id: 1, ...names, areaCode: 'E08000001', brandColour: '#123456' })
    await recordAreas(database.db, keeper, [{ code: 'E08000001', name: 'Smallton', kind: 'local-authority' }])
    await recordSeries(database.db, keeper, [recycling])
  })
  const settings = { GOLDENTHREAD_DATA: place.dataFolder, DATABASE_URL: place.databaseUrl }
  const folder = temporaryFolder(t)
  let whole = 60_000
  for (let round = 1; round <= rounds; round += 1) {
    const file = path.join(folder, `round-${round}.csv`)
    await writeFile(file, figuresOf(round))
    // From before it has begun to after it has ended on this machine, learnt from how long the first took to its end.
    const delay = round === 1 ? whole : Math.round(whole * (0.3 + 0.7 * Math.random()))
    const began = performance.now()
    await runUntilKilled(['import', 'observations', file, '--json'], settings, delay)
    if (round === 1) whole = performance.now() - began
    const [stored, told] = await useOf(place, (database) => heldOf(database, round))
    t.diagnostic(
      `${round === 1 ? 'not killed' : `killed after ${delay} ms`}: ${stored} figures, ${told} events`,
    )
    assert.ok(stored === 0 || stored === figures, `${stored} of ${figures} figures`)
    assert.equal(told, stored === 0 ? 0 : 1, 'the event is there with the figures, and only then')
    if (round === 1) assert.equal(stored, figures, 'the first was let run to its end')
  }
})

const figuresOf = (round: number): string =>
  [
    'series_code,area_code,category,period,value',
    ...Array.from({ length: figures }, (_, n) => `recycling,E08000001,round ${round} part ${n},2023/24,41.7`),
  ].join('\n')

const heldOf = ({ db }: Database, round: number): Promise<[stored: number, told: number]> =>
  inAuthority(db, 1, async (db) => {
    const { rows } = await sql<{ stored: number; told: number }>`
      select (select count(*)::int from observation where category like ${`round ${round} %`}) as stored,
        (select count(*)::int from event where details ->> 'file' = ${`round-${round}.csv`}) as told`.execute(
      db,
    )
    return [rows[0]?.stored ?? -1, rows[0]?.told ?? -1]
  })

async function runUntilKilled(
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
  delay: number,
): Promise<void> {
  const child = startProgram(words, settings)
  child.stdout?.resume()
  child.stderr?.resume()
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const late = new AbortController()
  await Promise.race([ended, setTimeout(delay, undefined, { signal: late.signal }).catch(() => {})])
  late.abort()
  child.kill('SIGKILL')
  await ended
}
