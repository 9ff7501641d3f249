import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#src/db/database.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { testDatabase } from '#test/support/database.ts'
import { seftonDatabase } from '#test/support/sefton.ts'
import { tenantTables } from '#test/support/tenant-tables.ts'
import { shipped } from '../csv.ts'
import { isSetUp, loadSefton, sefton } from './load.ts'

const rowsOf = (file: string) => shipped(`sefton/${file}`).length

/** How many rows each table holds for the council. */
async function counts({ db }: Database): Promise<Record<string, number>> {
  const tables = await tenantTables(db)
  return inAuthority(db, sefton.id, async (db) => {
    const counted: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
        db,
      )
      counted[table] = rows[0]?.n ?? 0
    }
    return counted
  })
}

/** Everything but who recorded it when, as one text. The trail of events differs from one loading to the next by its times. */
async function contents({ db }: Database): Promise<Record<string, string>> {
  const tables = (await tenantTables(db)).filter((table) => table !== 'event' && table !== 'audit_head')
  return inAuthority(db, sefton.id, async (db) => {
    const digests: Record<string, string> = {}
    for (const table of tables) {
      const { rows } = await sql<{ digest: string }>`
        select md5(coalesce(string_agg(line, E'\n' order by line collate "C"), '')) as digest from (
          select (to_jsonb(t) - 'recorded_at' - 'opened_at' - 'requested_at' - 'given_at' - 'drawn_at' - 'kept_at' - 'at')::text as line from ${sql.table(table)} t
        ) as lines`.execute(db)
      digests[table] = rows[0]?.digest ?? ''
    }
    return digests
  })
}

test('the whole of the published plan, register and money is there', async (t) => {
  const database = await seftonDatabase(t)
  const held = await counts(database)
  assert.equal(held.measure, 86)
  assert.equal(held.capital_scheme, 68)
  assert.equal(held.capital_budget, 68 * 3)
  assert.equal(held.observation, rowsOf('sefton_series.csv'))
  // One row of the file records a name that was looked for in the papers and not found.
  assert.equal(held.directorate, rowsOf('directorates.csv') - 1)
  assert.equal(held.series, rowsOf('series.csv'))
  assert.equal(held.revenue_line, 14)
  const kinds = await inAuthority(database.db, sefton.id, (db) =>
    db
      .selectFrom('plan_item')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.authority_id', '=', 'plan_item.authority_id')
          .onRef('plan.code', '=', 'plan_item.plan_code'),
      )
      .where('plan.period_start', '=', '2024-04-01')
      .select(['kind', (of) => of.fn.countAll<number>().as('n')])
      .groupBy('kind')
      .execute(),
  )
  const count = Object.fromEntries(kinds.map(({ kind, n }) => [kind, Number(n)]))
  assert.deepEqual([count.priority, count.outcome, count.action, count['success-measure']], [6, 71, 45, 48])
})

test('what the papers leave open is left open: no owner and no target is made up', async (t) => {
  const { db } = await seftonDatabase(t)
  const { owned, targets } = await inAuthority(db, sefton.id, async (db) => ({
    owned: await db.selectFrom('measure').select('code').where('owner_role', 'is not', null).execute(),
    targets: await db.selectFrom('target').select('measure_code').execute(),
  }))
  assert.deepEqual([owned, targets], [[], []])
})

test('every step of the loading is an event of the command that made it', async (t) => {
  const { db } = await seftonDatabase(t)
  const events = await inAuthority(db, sefton.id, (db) =>
    db.selectFrom('event').select(['action', 'actor_role', 'actor_name']).orderBy('sequence').execute(),
  )
  const loading = events.filter(({ actor_name }) => actor_name === 'demo data' || actor_name === 'set-up')
  const showing = events.filter((event) => !loading.includes(event))
  assert.deepEqual(
    // A risk is added by itself, and each of its links is an event of its own.
    loading.map(({ action }) => action).filter((action) => action !== 'risk.linked'),
    [
      'authority.set-up',
      'organisation.recorded',
      'forum.recorded',
      'plan.recorded',
      'plan.recorded',
      'plan.recorded',
      'service.priority-linked',
      'framework.revised',
      'calendar-rules.recorded',
      'measure.recorded',
      'measure.item-linked',
      'area.recorded',
      'comparator-group.recorded',
      'series.recorded',
      'measure.series-linked',
      'observations.imported',
      'revenue-position.recorded',
      'remedial-actions.recorded',
      'virement.recorded',
      'savings.recorded',
      'revenue-facts.recorded',
      'typical-spend.recorded',
      'capital-programme.recorded',
      'capital-changes.recorded',
      'estimates.recorded',
      'capital-funding.recorded',
      'capital-monitoring.recorded',
      'cost-driver.tied',
      'prudential-quarter.recorded',
      'high-needs-fact.recorded',
      'send-provision.recorded',
      'send-project.recorded',
      'high-needs-commitment.recorded',
      'recovery-plan.recorded',
      'collection-fund.recorded',
      'collection-fund.recorded',
      ...Array.from({ length: 12 }, () => 'risk.added'),
    ],
  )
  assert.deepEqual([...new Set(loading.map(({ actor_role }) => actor_role))], ['operator'])
  assert.deepEqual(
    showing.filter(({ actor_name }) => !actor_name.endsWith('(illustrative)')),
    [],
  )
  assert.ok(showing.some(({ action }) => action === 'cycle.opened'))
})

test('loading again changes nothing, and nothing is said to have happened', async (t) => {
  const database = await seftonDatabase(t)
  const before = [await counts(database), await contents(database)]
  const again = await loadSefton(database.db, () => {})
  assert.deepEqual([again.added, again.changed], [0, 0])
  assert.ok(again.unchanged > 14_000)
  assert.deepEqual([await counts(database), await contents(database)], before)
})

for (const [where, says] of [
  ['between two commands', 'comparator groups'],
  ['in the middle of a long import', 'public figures: 10,000'],
] as const) {
  test(`a loading cut short ${where} is not taken for whole, and loading again completes it`, async (t) => {
    const database = await testDatabase(t)
    const cut = loadSefton(database.db, (progress) => {
      if (progress.startsWith(says)) throw new Error('the power went')
    })
    await assert.rejects(cut, /the power went/)
    assert.equal(await isSetUp(database.db), false)
    assert.equal((await counts(database)).observation, 0)
    await loadSefton(database.db, () => {})
    assert.equal(await isSetUp(database.db), true)
    const whole = await seftonDatabase(t)
    assert.deepEqual(await contents(database), await contents(whole))
  })
}
