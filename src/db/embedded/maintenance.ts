import type { Engine } from '../engine.ts'
import type { Mutex } from '../mutex.ts'

const minute = 60_000

export interface Maintenance {
  checkpoint(): Promise<void>
  vacuum(): Promise<void>
  stop(): void
}

/**
 * PGlite has no background processes: without this the log grows until reopening after a crash takes many seconds, and
 * dead rows are never cleared. Once a minute, when something was written, a checkpoint; every tenth time also a vacuum
 * of the tables that need one.
 */
export function startMaintenance(engine: Engine, mutex: Mutex, every = minute): Maintenance {
  let checkpointedAt: unknown
  let turns = 0

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const endTurn = await mutex.acquire()
    try {
      return await work()
    } finally {
      endTurn()
    }
  }

  async function position(): Promise<unknown> {
    const { rows } = await engine.query('select pg_current_wal_insert_lsn()::text as at', [])
    return rows[0]?.at
  }

  async function checkpoint(): Promise<void> {
    if ((await position()) === checkpointedAt) return
    await engine.exec('checkpoint')
    checkpointedAt = await position()
  }

  async function tidy(): Promise<void> {
    turns += 1
    if (turns % 10 === 0) {
      const { rows } = await alone(() => engine.query(tablesToVacuum, []))
      for (const { name } of rows) await alone(() => engine.exec(`vacuum (analyze) ${name}`))
    }
    await alone(checkpoint)
  }

  // A failure here is not a caller's: the next query meets the same trouble and reports it where somebody listens.
  const timer = setInterval(() => void tidy().catch(() => {}), every)
  timer.unref()

  return {
    checkpoint: () => alone(checkpoint),
    vacuum: () =>
      alone(async () => {
        await engine.exec('vacuum (analyze)')
        await checkpoint()
      }),
    stop: () => clearInterval(timer),
  }
}

const tablesToVacuum = `
  select relid::regclass::text as name from pg_stat_user_tables
  where n_dead_tup > 1000 + n_live_tup / 5 or n_mod_since_analyze > 1000 + n_live_tup / 10`
