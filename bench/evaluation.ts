import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type Database, type Db, openDatabase } from '#src/db/database.ts'
import { migrate } from '#src/db/migrate.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { evaluateThese } from '#src/measures/evaluations.ts'
import { observationsAt, observationsOf } from '#src/measures/observations.ts'
import { type RegisteredMeasure, registeredMeasures } from '#src/measures/queries.ts'
import { setUpAuthority } from '#src/organisation/authority.ts'

/**
 * A whole council judged from its embedded database, beside only reading the very same rows.
 *
 *   node bench/evaluation.ts [1,4,16]
 *
 * 1 × is 100 measures × 120 months × 23 areas (the council, 20 neighbours, the region and England): 276,000 figures. It
 * is made in a folder of its own under the system's temporary folder, which is removed at the end.
 */
const MEASURES = 100
const MONTHS = 120
const NEIGHBOURS = 20
const FIRST_MONTH = '2014-04-01'
const CUT_OFF = '2024-04-01'
const ROUNDS = 5
const AUTHORITY = 1
const OWN = 'E08000014'
const REGION = 'E12000002'
const ENGLAND = 'E92000001'
const sizes = (process.argv[2] ?? '1,4,16').split(',').map(Number)

const neighbour = (n: number): string => `E0600${String(n).padStart(4, '0')}`
const neighbours = Array.from({ length: NEIGHBOURS }, (_, n) => neighbour(n + 1))

for (const size of sizes) await measure(size)

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-bench-'))
  const database = await openDatabase({ dataFolder: path.join(folder, 'database'), databaseUrl: '' })
  try {
    const filling = performance.now()
    await migrate(database)
    await fill(database, MEASURES * size)
    const seconds = (performance.now() - filling) / 1000
    await inAuthority(database.db, AUTHORITY, async (db) => {
      const measures = await registeredMeasures(db)
      const asked = { area: OWN, cutOff: CUT_OFF }
      const { last, oneMs, otherMs, ratio } = await turnAbout(
        () => evaluateThese(db, measures, asked),
        () => readOnly(db, measures),
      )
      const figures = MEASURES * size * MONTHS * (NEIGHBOURS + 3)
      const columns = [
        `${size} ×`.padStart(5),
        `${measures.length} measures, ${figures.toLocaleString('en-GB')} figures (filled in ${seconds.toFixed(0)} s)`.padEnd(
          58,
        ),
        `judged ${oneMs.toFixed(0)} ms`.padStart(16),
        `read ${otherMs.toFixed(0)} ms`.padStart(14),
        `${ratio.toFixed(2)} × reading`,
        `${((oneMs * 1000) / measures.length).toFixed(0)} µs a measure`,
      ]
      console.log(columns.join('  '))
      const silent = last.filter(({ evaluation }) => evaluation.latest === null).length
      if (silent > 0) throw new Error(`${silent} measures were not judged.`)
    })
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The rows that judging reads, made into observations and left alone. */
async function readOnly(db: Db, measures: readonly RegisteredMeasure[]): Promise<number> {
  const codes = measures.flatMap(({ series }) => (series ? [series.code] : []))
  const own = await observationsOf(db, codes, [OWN])
  const lastMonth = codes.map((series) => ({ series, start: '2024-03-01', end: CUT_OFF }))
  return own.length + (await observationsAt(db, lastMonth)).length
}

/** Turn about, so that whatever else the machine does falls on both alike. */
async function turnAbout<A, B>(one: () => Promise<A>, other: () => Promise<B>) {
  let last = await one()
  await other()
  const rounds: { one: number; other: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now()
    last = await one()
    const between = performance.now()
    await other()
    rounds.push({ one: between - from, other: performance.now() - between })
  }
  return {
    last,
    oneMs: median(rounds.map((round) => round.one)),
    otherMs: median(rounds.map((round) => round.other)),
    ratio: median(rounds.map((round) => round.one / round.other)),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** Made inside the database, so that filling it takes less time than what is timed. Numbers follow from the row: no chance. */
async function fill(database: Database, measures: number): Promise<void> {
  const { db } = database
  await setUpAuthority(db, {
    id: AUTHORITY,
    slug: 'bench',
    name: 'Bench Council',
    shortName: 'Bench',
    areaCode: OWN,
    brandColour: '#0b4f6c',
  })
  await inAuthority(db, AUTHORITY, async (db) => {
    const areas = [OWN, REGION, ENGLAND, ...neighbours]
    const kinds = areas.map((code) =>
      code === ENGLAND ? 'country' : code === REGION ? 'region' : 'local-authority',
    )
    await sql`insert into area (code, name, kind)
      select code, 'Area ' || code, kind from unnest(${areas}::text[], ${kinds}::text[]) as a (code, kind)`.execute(
      db,
    )
    for (const [group, members] of [
      ['country', [ENGLAND]],
      ['region', [REGION]],
      ['neighbours', neighbours],
    ] as const) {
      await sql`insert into comparator_group (authority_id, code, name, source_ref)
        values (${AUTHORITY}, ${group}, ${group}, 'made')`.execute(db)
      await sql`insert into comparator_member (authority_id, group_code, area_code, rank)
        select ${AUTHORITY}, ${group}, code, row_number() over () from unnest(${[...members]}::text[]) as m (code)`.execute(
        db,
      )
    }
    await sql`insert into measure (authority_id, code, position, title, theme, position_in_theme, unit, good_direction,
        information_type, level, source_ref)
      select ${AUTHORITY}, 'm-' || n, n, 'Measure ' || n, 'Theme ' || n % 6, n, 'percentage',
        case n % 2 when 0 then 'high' else 'low' end, 'performance-indicator', 'strategic', 'made'
      from generate_series(1, ${measures}) as n`.execute(db)
    await sql`insert into series (authority_id, code, title, unit, decimals, good_direction, frequency, aggregation)
      select ${AUTHORITY}, 's-' || n, 'Series ' || n, 'percentage', 1,
        case n % 2 when 0 then 'high' else 'low' end, 'monthly', 'ratio' from generate_series(1, ${measures}) as n`.execute(
      db,
    )
    await sql`insert into measure_series (authority_id, measure_code, series_code, match, role, neighbours_code)
      select ${AUTHORITY}, 'm-' || n, 's-' || n, 'own', 'main', 'neighbours' from generate_series(1, ${measures}) as n`.execute(
      db,
    )
    await sql`insert into target (authority_id, measure_code, period_start, period_end, value, tolerance, recorded_by)
      select ${AUTHORITY}, 'm-' || n, '2023-04-01', '2024-04-01', 50 + n % 20, 2, 'bench'
      from generate_series(1, ${measures}) as n`.execute(db)
    await sql`insert into observation (authority_id, series_code, area_code, period_start, period_end, value, numerator,
        denominator, recorded_by)
      select ${AUTHORITY}, 's-' || n, a.code, m.start, (m.start + interval '1 month')::date, x / 10.0, x, 1000, 'bench'
      from generate_series(1, ${measures}) as n
      cross join unnest(${areas}::text[]) with ordinality as a (code, place)
      cross join lateral (select k, (${FIRST_MONTH}::date + k * interval '1 month')::date as start
        from generate_series(0, ${MONTHS - 1}) as k) as m
      cross join lateral (select 500 + (n * 7 + a.place * 13) % 200 + (n * 31 + a.place * 17 + m.k * 53) % 41
        + (20 * sin(m.k / 1.9))::integer as x) as v`.execute(db)
  })
  await database.vacuum()
  await database.checkpoint()
}
