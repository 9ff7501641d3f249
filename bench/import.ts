import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream, globSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { openDatabase } from '#src/db/database.ts'
import { migrate } from '#src/db/migrate.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import type { Unit } from '#src/domain/quantity.ts'
import { recordSeries } from '#src/measures/commands.ts'
import { importFile } from '#src/measures/import/import-file.ts'
import { recordAreas } from '#src/organisation/areas.ts'
import { setUpAuthority } from '#src/organisation/authority.ts'

// Run with: script/with-postgres node bench/import.ts FOLDER
//
// FOLDER holds measures.csv and observations/*.csv.gz (area_code, measure_code, period_start, period_end, value, …). The
// figures are put into one file, and a sixteenth, a quarter and all of it are imported, each beside a bare COPY of the same
// rows into the same table by the same server. Time and memory of an import are those of a process of its own.
const PARTS = [1 / 16, 1 / 4, 1] as const
const DATABASE = 'bench_import'
const actor: Actor = { authorityId: 1, role: 'business-intelligence', name: 'bench' }

type Row = Readonly<Record<string, string>>
type Measured = {
  readonly seconds: number
  readonly peakMegabytes: number
  readonly stored: number
  readonly says: string
}

const [given = '', child] = process.argv.slice(2)
const server = process.env.TEST_DATABASE_URL
if (given === '' || !server) {
  console.error('Usage: script/with-postgres node bench/import.ts FOLDER')
  process.exit(2)
}
const address = (user: string, database: string): string => {
  const url = new URL(server)
  url.username = user
  url.pathname = `/${database}`
  return url.href
}
if (child === 'import') await importHere(given)
else await compare(given)

async function compare(folder: string): Promise<void> {
  const place = await mkdtemp(path.join(tmpdir(), 'bench-import-'))
  try {
    await onServer(`create database ${DATABASE} owner golden_thread`, 'postgres')
    const all = globSync(path.join(folder, 'observations', '*.csv.gz')).sort()
    await register(folder, await areasIn(all))
    const total = await rowsIn(all)
    const rows: string[] = []
    for (const part of PARTS) {
      const most = Math.round(total * part)
      const files = { plain: path.join(place, `${most}.csv`), packed: path.join(place, `${most}.csv.gz`) }
      await write(all, most, files)
      await onServer('truncate observation')
      const copy = await copied(files.plain)
      await onServer('truncate observation')
      const measured = await imported(files.packed)
      rows.push(
        `${most.toLocaleString('en-GB').padStart(9)} rows  COPY ${copy.toFixed(2)} s  import ${measured.seconds.toFixed(2)} s  ratio ${(measured.seconds / copy).toFixed(2)}  ` +
          `${((1e6 * measured.seconds) / most).toFixed(1)} µs a row  peak ${measured.peakMegabytes} MB  stored ${measured.stored.toLocaleString('en-GB')}  ${measured.says}`,
      )
      console.log(rows.at(-1))
      await rm(files.plain)
    }
  } finally {
    await rm(place, { recursive: true })
  }
}

/** The import alone, in this process, so that its peak memory is nobody else's. */
async function importHere(file: string): Promise<void> {
  const database = await openDatabase({ dataFolder: '', databaseUrl: address('golden_thread', DATABASE) })
  const from = performance.now()
  const result = await importFile(database.db, actor, {
    path: file,
    reason: null,
    dryRun: false,
    acceptWarnings: true,
    source: null,
    mapping: {},
  })
  const seconds = (performance.now() - from) / 1_000
  await database.close()
  const [problem] = result.problems
  const measured: Measured = {
    seconds,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
    stored: result.accepted,
    says: problem ? `row ${problem.row}: ${problem.message}` : `${result.warnings.length} warnings`,
  }
  console.log(JSON.stringify(measured))
}

async function imported(file: string): Promise<Measured> {
  return JSON.parse(await output(process.execPath, [import.meta.filename, file, 'import'])) as Measured
}

/** Rows of the table's own columns, copied by the server's own client. */
async function copied(file: string): Promise<number> {
  const columns =
    'authority_id, area_code, series_code, period_start, period_end, value, numerator, denominator, lower_limit, upper_limit, status, doubt, recorded_by'
  const from = performance.now()
  await output('psql', [
    '-q',
    '-v',
    'ON_ERROR_STOP=1',
    '-d',
    address('postgres', DATABASE),
    '-c',
    `\\copy observation (${columns}) from '${file}' with (format csv)`,
  ])
  return (performance.now() - from) / 1_000
}

async function register(folder: string, areas: readonly string[]): Promise<void> {
  const database = await openDatabase({ dataFolder: '', databaseUrl: address('golden_thread', DATABASE) })
  const { db } = database
  await migrate(database)
  await setUpAuthority(db, {
    id: 1,
    slug: 'bench',
    name: 'Bench',
    shortName: 'Bench',
    areaCode: 'E92000001',
    brandColour: '#000000',
  })
  await recordAreas(
    db,
    actor,
    areas.map((code) => ({
      code,
      name: code,
      kind: code.startsWith('E92') ? 'country' : code.startsWith('E12') ? 'region' : 'local-authority',
    })),
  )
  const measures = parse(await readFile(path.join(folder, 'measures.csv'), 'utf8'), {
    columns: true,
  }) as Row[]
  await recordSeries(
    db,
    actor,
    measures.map((measure) => ({
      code: measure.measure_code ?? '',
      title: measure.name ?? '',
      description: null,
      unit: unitOf(measure.unit ?? ''),
      decimals: 1,
      goodDirection: 'none',
      frequency: measure.period_type ?? '',
      aggregation: measure.has_numerator === 'yes' ? 'ratio' : 'none',
      publisher: null,
      dataset: null,
      licence: null,
      breaks: [],
    })),
  )
  await database.close()
}

function unitOf(text: string): Unit {
  if (/^percent/.test(text)) return 'percentage'
  if (text === 'count') return 'count'
  return /100,?000/.test(text) ? 'per-100000' : 'score'
}

async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    let first = true
    for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      if (!first) yield line
      first = false
    }
  }
}

async function rowsIn(files: readonly string[]): Promise<number> {
  let rows = 0
  for await (const _ of linesOf(files)) rows++
  return rows
}

async function areasIn(files: readonly string[]): Promise<string[]> {
  const areas = new Set<string>(['E92000001'])
  for await (const line of linesOf(files)) areas.add(line.slice(0, line.indexOf(',')))
  return [...areas]
}

/** The first rows, as the importer is given them and as COPY wants them. */
async function write(
  files: readonly string[],
  most: number,
  to: { plain: string; packed: string },
): Promise<void> {
  const plain = createWriteStream(to.plain)
  const packed = createGzip({ level: 1 })
  const ended = finished(packed.pipe(createWriteStream(to.packed)))
  packed.write(
    'area_code,measure_code,period_start,period_end,value,numerator,denominator,lower,upper,unit,source,period_label,status\n',
  )
  let rows = 0
  let some: string[] = []
  for await (const line of linesOf(files)) {
    if (rows++ >= most) break
    some.push(line)
    if (some.length < 1_000) continue
    await writeBoth(some, plain, packed)
    some = []
  }
  await writeBoth(some, plain, packed)
  plain.end()
  packed.end()
  await Promise.all([finished(plain), ended])
  await stat(to.packed)
}

async function writeBoth(
  lines: readonly string[],
  plain: NodeJS.WritableStream,
  packed: NodeJS.WritableStream,
) {
  packed.write(`${lines.join('\n')}\n`)
  const rows = parse(lines.join('\n')) as string[][]
  const copies = rows.map(
    ([area, measure, start, end, value, numerator, denominator, lower, upper, , , , status]) => {
      const after = Temporal.PlainDate.from(end ?? '')
        .add({ days: 1 })
        .toString()
      return [
        1,
        area,
        measure,
        start,
        after,
        value,
        numerator,
        denominator,
        lower,
        upper,
        'final',
        status,
        'bench',
      ].join(',')
    },
  )
  if (copies.length > 0 && !plain.write(`${copies.join('\n')}\n`))
    await new Promise((resolve) => plain.once('drain', resolve))
}

async function onServer(sql: string, database = DATABASE): Promise<void> {
  const client = new pg.Client({ connectionString: address('postgres', database) })
  await client.connect()
  await client.query(sql)
  await client.end()
}

function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const running = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    running.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    running.on('error', reject)
    running.on('close', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${command} ended with ${code}`)),
    )
  })
}
