import { sql } from 'kysely'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { parseQuarter } from '#src/domain/period-text.ts'
import { linkSeries, type MeasureInput, recordMeasures } from '#src/measures/commands.ts'
import { importObservations } from '#src/measures/import.ts'
import { readObservations } from '#src/measures/read-observations.ts'
import { openQuarter } from '#src/organisation/commands.ts'
import type { Ending } from './database.ts'
import { type SmallCouncil, smallCouncil } from './small-council.ts'

export const recyclingRate: MeasureInput = {
  code: 'sm-01',
  position: 1,
  title: 'Household waste recycled',
  theme: 'A clean place',
  positionInTheme: 1,
  serves: null,
  unit: 'percentage',
  goodDirection: 'high',
  informationType: 'performance-indicator',
  level: 'strategic',
  ownerRole: null,
  metricResponsibility: null,
  dataOfficer: null,
  source: 'test',
  note: null,
}

export type MeasuredCouncil = SmallCouncil & {
  /** Stores figures of the series `recycling`: 'area,period,value,status' a row. */
  readonly figures: (
    rows: readonly string[],
    actor?: Actor,
    reason?: string,
  ) => ReturnType<typeof importObservations>
  /** Locks a quarter, as the end of its cycle does. */
  readonly lock: (quarter: string) => Promise<void>
  /** Lets days pass: whatever was recorded so far was recorded so much earlier. */
  readonly letPass: (days: number) => Promise<void>
}

const dated = {
  observation: 'recorded_at',
  target: 'recorded_at',
  rebase: 'recorded_at',
  measure_version: 'recorded_at',
  series_version: 'recorded_at',
  measure_series_version: 'recorded_at',
  measure_retirement: 'recorded_at',
  restatement: 'at',
  reporting_quarter: 'opened_at',
  quarter_lock: 'locked_at',
} as const

/** A small council with a measure, its figures of two years by quarter, and 2024/25 Q1 opened. */
export async function measuredCouncil(test: Ending): Promise<MeasuredCouncil> {
  const council = await smallCouncil(test)
  const { database, keeper } = council
  const { db } = database
  const second = {
    ...recyclingRate,
    code: 'sm-02',
    position: 2,
    title: 'Streets found clean',
    positionInTheme: 2,
  }
  await recordMeasures(db, keeper, [recyclingRate, second])
  await linkSeries(db, keeper, [
    {
      measure: 'sm-01',
      series: 'recycling',
      match: 'own',
      role: 'main',
      neighbours: null,
      englandIsTotal: false,
      note: null,
    },
  ])
  const figures: MeasuredCouncil['figures'] = (rows, actor = keeper, reason) =>
    importObservations(db, actor, {
      ...readObservations(
        ['series_code,area_code,period,value,status', ...rows.map((row) => `recycling,${row}`)].join('\n'),
      ),
      file: 'figures.csv',
      reason: reason ?? null,
      dryRun: false,
    })
  await figures(
    [40, 41, 40.5, 41.5, 42, 41, 40, 42.5, 43].map(
      (value, index) =>
        `E08000001,${2022 + Math.floor(index / 4)}-${23 + Math.floor(index / 4)}-q${(index % 4) + 1},${value},`,
    ),
  )
  const lock = (quarter: string) =>
    inAuthority(db, 1, async (db) => {
      await db.insertInto('quarter_lock').values({ authority_id: 1, quarter, locked_by: 'test' }).execute()
    })
  const letPass = (days: number) =>
    db.transaction().execute(async (db) => {
      await sql`set local app.authority = 1`.execute(db)
      for (const [table, column] of Object.entries(dated))
        await sql`update ${sql.table(table)}
          set ${sql.ref(column)} = ${sql.ref(column)} - make_interval(days => ${days}::int)`.execute(db)
    })
  const q1 = parseQuarter('2024-25-q1')
  if (q1.ok) await openQuarter(db, keeper, q1.value)
  return { ...council, figures, lock, letPass }
}
