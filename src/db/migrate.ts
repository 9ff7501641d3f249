import { sql } from 'kysely'
import type { Database } from './database.ts'
import { type Migration, shippedMigrations } from './migrations.ts'
import { databaseErrorCode } from './query-error.ts'
import { StartError } from './start-error.ts'

const uniqueViolation = '23505'
const lockNumber = 7_145_220 // any number, so long as it stays the same

/** Brings a database up to date, forwards only; gives the names of the migrations it applied. */
export async function migrate(database: Database, migrations = shippedMigrations()): Promise<string[]> {
  await createRegister(database)
  const applied: string[] = []
  for (const migration of await pendingMigrations(database, migrations)) {
    if (await apply(database, migration)) applied.push(migration.name)
  }
  // Another process may have applied some of them, or others: look again before saying that all is well.
  await pendingMigrations(database, migrations)
  return applied
}

/** What is still to be applied. Throws StartError when the database does not belong to this version of the program. */
export async function pendingMigrations(
  database: Database,
  migrations = shippedMigrations(),
): Promise<Migration[]> {
  const known = new Map(migrations.map((migration) => [migration.version, migration]))
  const applied = await appliedMigrations(database)
  const newest = migrations.at(-1)?.name ?? 'none'
  for (const { version, name, checksum } of applied) {
    const migration = known.get(version)
    if (!migration) {
      throw new StartError(
        `The database was last used by a newer Golden Thread (it has migration ${name}; this one knows up to ` +
          `${newest}). Start the newer version, or restore a backup made before it was used.`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new StartError(
        `Migration ${migration.name} was changed after this database had applied it. Put the file back as it was ` +
          'and write the change as a new migration.',
      )
    }
  }
  const done = new Set(applied.map(({ version }) => version))
  return migrations.filter(({ version }) => !done.has(version))
}

// The lock is for `if not exists`, which two servers starting together can both believe.
async function createRegister(database: Database): Promise<void> {
  await database.exec(`
    begin;
    select pg_advisory_xact_lock(${lockNumber});
    create table if not exists migration (
      version integer not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now(),
      constraint migration_pkey primary key (version)
    );
    commit;`)
}

/**
 * The version row goes first: of several processes, one inserts it and the others wait for that transaction to end,
 * then find it there and leave the migration be.
 */
async function apply(database: Database, { version, name, checksum, text }: Migration): Promise<boolean> {
  try {
    await database.exec(`begin;
insert into migration (version, name, checksum) values (${version}, '${name}', '${checksum}');
${text}
;commit;`)
    return true
  } catch (error) {
    if (databaseErrorCode(error) === uniqueViolation && isAboutVersion(error)) return false
    throw error
  }
}

function isAboutVersion(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'migration_pkey'
}

async function appliedMigrations({
  db,
}: Database): Promise<{ version: number; name: string; checksum: string }[]> {
  const { rows: found } = await sql<{
    there: boolean
  }>`select to_regclass('migration') is not null as there`.execute(db)
  if (!found[0]?.there) return []
  const { rows } = await sql<{ version: number; name: string; checksum: string }>`
    select version, name, checksum from migration order by version`.execute(db)
  return rows
}
