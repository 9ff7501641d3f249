import { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { singleSessionDialect } from './dialect.ts'
import type { Engine } from './engine.ts'
import type { Mutex } from './mutex.ts'
import type { Schema } from './schema.ts'
import { refuseInsideTransaction } from './transaction-guard.ts'

interface Upkeep {
  checkpoint(): Promise<void>
  vacuum(): Promise<void>
  closing(): Promise<void>
  closed(): Promise<void>
}

const none: Upkeep = {
  checkpoint: async () => {},
  vacuum: async () => {},
  closing: async () => {},
  closed: async () => {},
}

/** A Database over one PostgreSQL session, shared by turns. Closing waits for the transaction in hand. */
export function singleSessionDatabase(engine: Engine, mutex: Mutex, upkeep: Upkeep = none): Database {
  const db = new Kysely<Schema>({ dialect: singleSessionDialect(engine, mutex) })
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    await upkeep.closing()
    const endTurn = await mutex.acquire()
    try {
      await engine.close()
    } finally {
      await upkeep.closed()
      endTurn()
    }
  }

  return {
    db,
    kind: 'embedded',
    async exec(sql) {
      refuseInsideTransaction('exec was used')
      const endTurn = await mutex.acquire()
      try {
        await engine.exec(sql)
      } finally {
        endTurn()
      }
    },
    checkpoint: upkeep.checkpoint,
    vacuum: upkeep.vacuum,
    close: () => (closing ??= close()),
  }
}
