import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commands } from '#src/cli/commands/index.ts'
import { goldenthread, type Ran, startServer, temporaryFolder } from './support/command-line.ts'

const folder = temporaryFolder({ after })
const data = { GOLDENTHREAD_DATA: path.join(folder, 'data') }
const loaded = await goldenthread(['demo', 'sefton'], data)

/** It stopped, said why in a sentence on standard error, gave nothing on standard output and showed no stack. */
function assertRefused({ code, out, err }: Ran, expected: 1 | 2, says: RegExp): void {
  assert.match(err, says)
  assert.equal(code, expected, err)
  assert.equal(out, '')
  assert.doesNotMatch(err, /\n\s+at .+:\d+:\d+|node:internal|Error:/)
}

const written = (name: string, ...lines: string[]): string => {
  const file = path.join(folder, name)
  writeFileSync(file, lines.join('\n'))
  return file
}

test('the demonstration is loaded with one command, and again changes nothing', async () => {
  assert.deepEqual([loaded.code, loaded.err], [0, ''])
  assert.match(loaded.out, /Sefton is loaded: 1\d,\d{3} rows added, 0 changed, 1 as they were/)
  const again = await goldenthread(['demo', 'sefton'], data)
  assert.match(again.out, /\b0 rows added, 0 changed, 1\d,\d{3} as they were/)
})

test('every command explains itself', async () => {
  const overview = await goldenthread(['--help'])
  assert.equal(overview.code, 0)
  for (const { name, summary, options } of commands) {
    assert.ok(overview.out.includes(name), name)
    const { code, out, err } = await goldenthread([name, '--help'])
    assert.deepEqual([code, err], [0, ''], name)
    assert.ok(out.startsWith(`goldenthread ${name}`) && out.includes(summary), name)
    for (const option of [...Object.keys(options), 'help'])
      assert.ok(out.includes(`--${option}`), `${name} --${option}`)
  }
})

test('a wrong call is refused with how to call it', async () => {
  assertRefused(await goldenthread(['sing']), 2, /^There is no command 'sing'\.[\s\S]*serve/)
  assertRefused(
    await goldenthread(['migrate', '--loudly']),
    2,
    /Unknown option '--loudly'[\s\S]*goldenthread migrate/,
  )
  assertRefused(await goldenthread(['demo', 'mars']), 2, /demo sefton loads it, demo clear takes away/)
  assertRefused(await goldenthread(['thread']), 2, /Say what to do with the thread: check/)
  assertRefused(
    await goldenthread(['report', 'poem', '--period', '2024-25-q1', '--out', folder]),
    2,
    /not a kind of report. Known: cpor/,
  )
  const nothing = await goldenthread([])
  assert.deepEqual([nothing.code, nothing.out.includes('Usage')], [2, true])
})

test('a measure, a quarter or an area that is not known is named, with what to write instead', async () => {
  const evaluate = (...words: string[]) => goldenthread(['evaluate', ...words], data)
  assertRefused(
    await evaluate('--measure', 'joy'),
    1,
    /^There is no measure with the code 'joy'\. Codes look like sm-01\.\n$/,
  )
  assertRefused(await evaluate('--area', 'E99'), 1, /^No area 'E99' is known/)
  assertRefused(
    await evaluate('--period', 'summer'),
    2,
    /^--period: 'summer' is not a period; write .* a quarter as 2024-25-q1/,
  )
  assertRefused(await evaluate('--period', '2030-31-q1'), 1, /^2030-31-q1 has not been opened/)
  assertRefused(
    await evaluate('--as-at', 'yesterday'),
    2,
    /^--as-at 'yesterday' is not a day; write it as 2024-07-25/,
  )
  const report = (period: string) =>
    goldenthread(['report', 'cpor', '--period', period, '--out', path.join(folder, 'no-report')], data)
  assertRefused(await report('2024-25-q9'), 2, /^--period: '2024-25-q9' is not a period/)
  assertRefused(await report('2031-32-q1'), 1, /^2031-32-q1 has not been opened/)
  assert.ok(!readdirSync(folder).includes('no-report'))
})

test('an evaluation as JSON is one document: each measure with its value, period, and the reasons of its status', async () => {
  const { code, out, err } = await goldenthread(['evaluate', '--measure', 'sm-20', '--json'], data)
  assert.deepEqual([code, err], [0, ''])
  const { area, period, asAt, evaluations } = JSON.parse(out)
  assert.deepEqual([area, period, asAt, evaluations.length], ['E08000014', '2024-25-q1', null, 1])
  const [evaluation] = evaluations
  assert.equal(evaluation.measure, 'sm-20')
  assert.equal(evaluation.value, 40.4)
  assert.deepEqual(evaluation.period, { start: '2023-01-01', end: '2023-12-31', label: '2023' })
  assert.match(evaluation.comparison.says, /8th of 21 similar councils/)
  assert.match(evaluation.rag.says, /No target has been set/)
  const all = JSON.parse((await goldenthread(['evaluate', '--json'], data)).out)
  assert.equal(all.evaluations.length, 86)
  assert.equal(all.evaluations.filter(({ value }: { value: unknown }) => value !== null).length, 35)
})

test('as at a day before anything was recorded, that is said', async () => {
  assertRefused(
    await goldenthread(['evaluate', '--measure', 'sm-20', '--as-at', '2020-01-01', '--json'], data),
    1,
    /No quarter had been opened for reporting here by 1 January 2020/,
  )
})

test('a reader that has had enough, as head has, is no fault', () => {
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
  const script = '"$0" "$1" evaluate | head -n 1; echo "$PIPESTATUS"'
  const env = { ...process.env, ...data }
  const said = execFileSync('bash', ['-c', script, process.execPath, main], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  assert.match(said, /^sm-01 .*\n0\n$/)
})

test('a file of figures is stored, and what came of it is one JSON document', async () => {
  const file = written(
    'new.csv',
    'series_code,area_code,period,value',
    'dfe_csww_turnover_rate_fte,E08000014,2009-09-30,10.5',
  )
  const dry = await goldenthread(['import', 'observations', file, '--dry-run'], data)
  assert.match(dry.out, /^Would store 1 new figures and 0 revisions/)
  const { code, out } = await goldenthread(['import', 'observations', file, '--json'], data)
  assert.equal(code, 0)
  assert.partialDeepStrictEqual(JSON.parse(out), {
    kind: 'observations',
    file: 'new.csv',
    accepted: 1,
    rejected: 0,
    unchanged: 0,
    revised: 0,
    restated: 0,
    problems: [],
    warnings: [],
    stored: true,
  })
  assert.match(
    (await goldenthread(['import', 'observations', file], data)).out,
    /^Stored 0 new figures and 0 revisions; 1 were held already/,
  )
})

test('a file with anything wrong is refused as a whole, each problem with its row', async () => {
  const file = written(
    'bad.csv',
    'series_code,area_code,period,value',
    'dfe_csww_turnover_rate_fte,E08000014,2008-09-30,1',
    'dfe_csww_turnover_rate_fte,E08000014,2007-09-30,about 12',
  )
  const { code, out, err } = await goldenthread(['import', 'observations', file], data)
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /bad\.csv, row 3, value: 'about 12' is not a number/)
  assert.match(err, /Nothing was stored\.\n$/)
  const json = await goldenthread(['import', 'observations', file, '--json'], data)
  assert.equal(json.code, 1)
  assert.deepEqual(
    JSON.parse(json.out).problems.map(({ row, column }: { row: number; column: string }) => [row, column]),
    [[3, 'value']],
  )
})

test('a file that is not there, is a folder, or has a wrong header', async () => {
  const bring = (file: string) => goldenthread(['import', 'observations', file], data)
  assertRefused(
    await bring(path.join(folder, 'nothing.csv')),
    2,
    /nothing\.csv cannot be read: there is no such file/,
  )
  assertRefused(await bring(folder), 2, /is not a file/)
  assertRefused(
    await bring(written('header.csv', 'a,b', '1,2')),
    1,
    /row 1: The header row lacks series_code, area_code, value, period[\s\S]*Nothing was stored/,
  )
  assertRefused(
    await goldenthread(['import', 'poems', 'x.csv'], data),
    2,
    /'poems' is not a kind of file that can be imported. Known: observations, revenue, capital/,
  )
})

test('breaks in the thread are found, and that is exit 1', async () => {
  const { code, out } = await goldenthread(['thread', 'check', '--json'], data)
  assert.equal(code, 1)
  const { breaks } = JSON.parse(out)
  assert.equal(breaks.length, 263)
  for (const key of ['kind', 'code', 'title']) assert.ok(key in breaks[0], key)
})

test('the overview report is written in every format asked for, with a manifest of every figure', async () => {
  const out = path.join(folder, 'report')
  const words = ['report', 'cpor', '--period', '2024-25-q1', '--out', out, '--formats', 'html,docx']
  const { code, err } = await goldenthread(words, data)
  assert.deepEqual([code, err], [0, ''])
  const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'))
  const named = manifest.files.map(({ name }: { name: string }) => name)
  assert.deepEqual([...named, 'manifest.json'].sort(), readdirSync(out).sort())
  const html = readFileSync(
    path.join(
      out,
      named.find((name: string) => name.endsWith('.html')),
    ),
    'utf8',
  )
  for (const figure of [
    '301.418',
    '306.798',
    '5.380',
    '258.480',
    '263.430',
    '4.950',
    '58,248,351',
    '33,475,891',
    '85,527,591',
    '85,567,591',
  ])
    assert.ok(html.includes(figure), figure)
  assert.equal((await goldenthread(words, data)).code, 0, 'a report replaces its earlier self')
})

test('a report is not written over what is not its own', async () => {
  const mine = path.join(folder, 'mine')
  mkdirSync(mine)
  writeFileSync(path.join(mine, 'thesis.txt'), 'x')
  const report = (out: string) =>
    goldenthread(['report', 'cpor', '--period', '2024-25-q1', '--out', out], data)
  assertRefused(await report(mine), 1, /holds ‘thesis\.txt’, which no earlier report wrote/)
  assertRefused(await report(written('a-file', 'x')), 1, /cannot be written to .*a-file \(ENOTDIR\)/)
  assertRefused(await report('/proc/self/nothing'), 1, /cannot be written to .*nothing \(ENOENT\)/)
  assert.deepEqual(readdirSync(mine), ['thesis.txt'])
})

test('what only shows the product is taken away with one command', async () => {
  const other = { GOLDENTHREAD_DATA: path.join(folder, 'cleared') }
  await goldenthread(['demo', 'sefton'], other)
  const cleared = await goldenthread(['demo', 'clear'], other)
  assert.match(cleared.out, /^Taken away: .*\d+ of cycle answer/)
  assert.match((await goldenthread(['demo', 'clear'], other)).out, /^Nothing illustrative is held/)
})

test('a database without a council says how to load one', async () => {
  const empty = { GOLDENTHREAD_DATA: path.join(folder, 'empty') }
  assert.match((await goldenthread(['migrate'], empty)).out, /^Applied 0001-/)
  assert.match((await goldenthread(['migrate'], empty)).out, /^The database is up to date/)
  for (const words of [['evaluate'], ['thread', 'check'], ['serve', '--port', '0']])
    assertRefused(
      await goldenthread(words, empty),
      1,
      /No council is set up in this database\. Run: \.\/script\/goldenthread demo sefton/,
    )
})

test('a council that is not set up is named with those that are', async () => {
  assertRefused(
    await goldenthread(['thread', 'check'], { ...data, GOLDENTHREAD_AUTHORITY: 'mars' }),
    1,
    /^No council 'mars' is set up here\. Set GOLDENTHREAD_AUTHORITY to one of: sefton\.\n$/,
  )
})

test('a data folder that cannot be made, or is a file, is named with what to do', async () => {
  const place = (where: string) => goldenthread(['migrate'], { GOLDENTHREAD_DATA: where })
  assertRefused(
    await place('/proc/nothing/here'),
    1,
    /^The folder \/proc\/nothing\/here cannot be created \(ENOENT\)\. .*GOLDENTHREAD_DATA/,
  )
  assertRefused(await place(written('not-a-folder', 'x')), 1, /not-a-folder cannot be written to/)
})

test('bad settings are told all at once', async () => {
  const bad = { PORT: 'eighty', DATABASE_URL: 'mysql://user:hunter2@host/x' }
  const ran = await goldenthread(['serve'], bad)
  assertRefused(ran, 1, /DATABASE_URL: it must begin with[\s\S]*PORT 'eighty': it must be a whole number/)
  assert.doesNotMatch(ran.err, /hunter2/)
})

test('a PostgreSQL that does not answer is said not to', async () => {
  const ran = await goldenthread(['evaluate'], { DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/x' })
  assertRefused(
    ran,
    1,
    /^The PostgreSQL server at 127\.0\.0\.1, port 1 \(from DATABASE_URL\) is not answering/,
  )
  assert.doesNotMatch(ran.err, /hunter2/)
})

test('a port that is taken is named with how to choose another', async () => {
  const other = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  other.listen(0, '127.0.0.1', resolve)
  await promise
  const address = other.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const { code, err } = await goldenthread(['serve', '--port', port], data)
  other.close()
  assert.equal(code, 1)
  assert.match(
    err,
    new RegExp(`Port ${port} is in use by another program\\. Stop it, or choose another port`),
  )
  assert.doesNotMatch(err, /\n\s+at /)
})

test('the server answers, keeps its folder to itself, and stops when asked to', async (t) => {
  const { address, stop } = await startServer(t, data)
  assert.equal((await fetch(`${address}/readyz`)).status, 200)
  assert.match(await (await fetch(address)).text(), /<title>Sign in - Golden Thread - Sefton Council</)
  assertRefused(
    await goldenthread(['evaluate'], data),
    1,
    /^Another Golden Thread is using the folder .*\. Stop it/,
  )
  const { code, err } = await stop()
  assert.equal(code, 0, err)
  assert.equal((await goldenthread(['migrate'], data)).code, 0, 'the folder is free again')
})

test('the demonstration is open to whoever is at this machine', async (t) => {
  const { address, stop } = await startServer(t, data, ['--with-demo'])
  assert.match(await (await fetch(address)).text(), /<h1[^>]*>\s*How Sefton is doing/)
  assert.equal((await stop()).code, 0)
})

test('the script finds the pinned Node whatever Node stands first on the path', () => {
  const script = fileURLToPath(new URL('../script/goldenthread', import.meta.url))
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'node'), '#!/bin/sh\necho an old node was used\n', { mode: 0o755 })
  const env = { ...process.env, PATH: `${bin}:/usr/bin:/bin` }
  assert.match(
    execFileSync(script, ['--help'], { env, encoding: 'utf8' }),
    /^goldenthread: the planning and performance/,
  )
})
