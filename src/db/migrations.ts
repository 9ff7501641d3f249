import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Migration {
  version: number
  name: string
  checksum: string
  text: string
}

const shippedFolder = fileURLToPath(new URL('./migrations/', import.meta.url))

/** The migrations that come with the program, in order: NNNN-name.sql. */
export function shippedMigrations(folder = shippedFolder): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  const migrations = files.sort().map((file) => readMigration(folder, file))
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${name} breaks the sequence 0001, 0002, 0003 …`)
  })
  return migrations
}

function readMigration(folder: string, file: string): Migration {
  const name = file.slice(0, -'.sql'.length)
  const number = /^(\d{4})-[a-z0-9-]+$/.exec(name)?.[1]
  if (!number) throw new Error(`Migration ${file} is not named like 0001-what-it-does.sql.`)
  // Line ends are made alike, or a checkout on Windows would seem to have edited every migration.
  const text = readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n')
  return { version: Number(number), name, checksum: createHash('sha256').update(text).digest('hex'), text }
}
