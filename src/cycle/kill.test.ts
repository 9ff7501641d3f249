import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Database } from '#src/db/database.ts'
import { migrate } from '#src/db/migrate.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { nothingGiven } from '#src/domain/cycle/answer-checks.ts'
import type { Step } from '#src/domain/cycle/step.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { periodSlug } from '#src/domain/period-text.ts'
import { recordMeasures } from '#src/measures/commands.ts'
import { recordAreas } from '#src/organisation/areas.ts'
import { setUpAuthority } from '#src/organisation/authority.ts'
import { due, measure } from '#test/support/cycle-council.ts'
import { type Place, placeFor, useOf } from '#test/support/place.ts'
import { answerRequests } from './answer-requests.ts'
import { agreeTo } from './decide.ts'
import { openCycle } from './open-cycle.ts'

// To start the embedded database takes a second or more each time, a connection to a server next to none.
const rounds = process.env.TEST_DATABASE_URL ? 12 : 4
const signer = fileURLToPath(new URL('../../test/support/signer.ts', import.meta.url))
const codes = Array.from({ length: 50 }, (_, n) => `m-${n + 1}`)
const quarters = ([1, 2, 3] as const).flatMap((n) => [financialQuarter(2023, n), financialQuarter(2024, n)])
const slugs = quarters.map(periodSlug)
const as = (role: Role): Actor => ({ authorityId: 1, role, name: `test ${role}` })

test('fifty answers signed off together by a program killed at any moment are all signed off, or none is', async (t) => {
  const place = await placeFor(t)
  await useOf(place, confirmEverything)
  const acknowledged = new Set<string>()
  // A first run tells how long a program that has just started takes for fifty, on this machine.
  let took: number | null = null
  for (let round = 1; round <= rounds; round += 1) {
    // From before the first decision is stored to after the last is.
    const delay = took === null ? null : Math.round(took * 1.8 * Math.random())
    const run = await signUntilKilled(place, delay)
    for (const quarter of run.signed) acknowledged.add(quarter)
    took ??= run.took
    const held = await useOf(place, heldOf)
    t.diagnostic(
      `killed ${delay === null ? 'after the first' : `${delay} ms after it began`}: ${acknowledged.size} acknowledged, ${held.size} found`,
    )
    for (const [quarter, { decisions, events }] of held)
      assert.deepEqual([decisions, events], [codes.length, 1], `${quarter}: every decision and its event`)
    for (const quarter of acknowledged) assert.ok(held.has(quarter), `${quarter} was acknowledged`)
    if (held.size === slugs.length) break
  }
})

type Held = { readonly decisions: number; readonly events: number }

/** A council with fifty confirmed answers in every quarter. */
async function confirmEverything(database: Database): Promise<void> {
  const { db } = database
  await migrate(database)
  const names = { slug: 'smallton', name: 'Smallton Council', shortName: 'Smallton' }
  await setUpAuthority(db, { id: 1, ...names, areaCode: 'E08000001', brandColour: '#123456' })
  const keeper = as('business-intelligence')
  await recordAreas(db, keeper, [{ code: 'E08000001', name: 'Smallton', kind: 'local-authority' }])
  await recordMeasures(
    db,
    keeper,
    codes.map((code, at) => measure(code, at + 1, {})),
  )
  const given = { ...nothingGiven, value: '80', whatHappened: 'As planned.' }
  const answers = codes.map((code) => ({ measure: code, seen: 0, given }))
  for (const quarter of quarters) {
    await openCycle(db, keeper, { quarter, due })
    const from = { quarter: periodSlug(quarter), origin: 'csv', acceptWarnings: false } as const
    assert.ok((await answerRequests(db, as('frontline'), { ...from, answers })).stored)
    await agreeToAll(database, 'service-manager', from.quarter, 'confirmation')
  }
}

const agreeToAll = ({ db }: Database, role: Role, quarter: string, step: Step): Promise<number> =>
  agreeTo(db, as(role), { quarter, step, answers: codes.map((measure) => ({ measure, number: 1 })) })

/** How many sign-offs and events of them each quarter has, as one statement sees it; quarters with neither are left out. */
const heldOf = ({ db }: Database): Promise<Map<string, Held>> =>
  inAuthority(db, 1, async (db) => {
    const { rows } = await sql<Held & { quarter: string }>`
      select quarter,
        (select count(*)::int from cycle_decision d where d.quarter = c.quarter and step = 'sign-off') as decisions,
        (select count(*)::int from event where action = 'cycle.signed-off' and subject = 'cycle/' || c.quarter) as events
      from cycle c`.execute(db)
    return new Map(
      rows.filter(({ decisions, events }) => decisions + events > 0).map((row) => [row.quarter, row]),
    )
  })

/**
 * Runs the program and kills it so many milliseconds after it has begun to sign off, or once it has signed off the first
 * fifty. Gives the quarters it said to have signed off, and how long the first of them took.
 */
async function signUntilKilled({ dataFolder, databaseUrl }: Place, delay: number | null) {
  const child = spawn(process.execPath, [signer, dataFolder, databaseUrl, ...slugs], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let heard = ''
  const [begun, first] = [Promise.withResolvers<number>(), Promise.withResolvers<number>()]
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stdout.on('data', (bytes) => {
    heard += bytes
    begun.resolve(performance.now())
    if (heard.includes('signed')) first.resolve(performance.now())
  })
  const began = await Promise.race([begun.promise, ended])
  if (delay === null) await Promise.race([first.promise, ended])
  else await setTimeout(delay)
  child.kill('SIGKILL')
  const took = performance.now() - (began ?? 0)
  await ended
  return { signed: [...heard.matchAll(/^signed (\S+)$/gm)].map(([, quarter]) => quarter ?? ''), took }
}
