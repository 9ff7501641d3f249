import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf, sourceFiles, textOf } from './support/source-files.ts'

/**
 * The direction of dependencies: a file may import from its own folder and from the rows above it. What shares a row
 * does not import each other; what needs two of them is a report section or a page in `reports`.
 */
const rows: readonly (readonly string[])[] = [
  ['domain'],
  ['db'],
  // Below web, because the web shell turns refusals into answers and asks `can()` before it shows a page.
  ['access'],
  ['web'],
  ['organisation'],
  ['people'],
  ['audit', 'messages'],
  ['planning'],
  ['calendar'],
  ['measures'],
  ['assurance', 'benchmarks', 'delivery', 'finance', 'high-needs', 'risk'],
  ['cycle'],
  ['governance', 'signals'],
  ['reports'],
  ['publishing'],
  // Settings and the demonstration are given to the program by whoever starts it.
  ['app', 'config', 'demo'],
  ['cli'],
]

const partOf = (file: string): string => (file.split('/')[1] ?? '').replace(/\.ts$/, '')
const rowOf = (part: string): number => rows.findIndex((row) => row.includes(part))
const files = sourceFiles()
const edges = files.flatMap((from) => importsOf(from).map(({ of, typeOnly }) => ({ from, of, typeOnly })))
const within = edges.filter(({ of }) => of.startsWith('src/'))
const between = within.filter(({ from, of }) => partOf(from) !== partOf(of))
const shown = (some: readonly { from: string; of: string }[]) => some.map(({ from, of }) => `${from} → ${of}`)

test('imports are found in every way they are written', () => {
  assert.ok(files.length > 200 && between.length > 100)
  const app = importsOf('src/app.ts').map(({ of }) => of)
  assert.ok(app.includes('src/web/server.ts') && app.includes('fastify'))
  for (const { of } of within) assert.ok(files.includes(of), `${of} is imported and is not there`)
})

test('every part of the program has its place in the order', () => {
  const unplaced = [...new Set(files.map(partOf))].filter((part) => rowOf(part) < 0)
  assert.deepEqual(unplaced, [])
})

test('dependencies point one way', () => {
  const wrong = between.filter(({ from, of }) => rowOf(partOf(of)) >= rowOf(partOf(from)))
  assert.deepEqual(shown(wrong), [])
})

test('a feature imports the queries, commands and named files of another, never its pages', () => {
  const wrong = between.filter(({ of }) => of.includes('/pages/') && !of.endsWith('/pages/index.ts'))
  assert.deepEqual(shown(wrong), [])
  const indexes = between.filter(({ of }) => of.endsWith('/pages/index.ts'))
  assert.deepEqual([...new Set(indexes.map(({ from }) => from))], ['src/app.ts'])
})

test('the domain imports nothing outside itself', () => {
  const wrong = edges.filter(({ from, of }) => partOf(from) === 'domain' && !of.startsWith('src/domain/'))
  assert.deepEqual(shown(wrong), [])
})

test('the domain has no clock, no chance and no environment', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bMath\.random\b|\bprocess\.\w|\bfetch\(|\bperformance\.now\b/
  const wrong = sourceFiles('src/domain/**/*.ts').filter((file) => impure.test(textOf(file)))
  assert.deepEqual(wrong, [])
})

test('only the settings read the environment', () => {
  const readers = files.filter((file) => /\bprocess\.env\b/.test(textOf(file)))
  assert.deepEqual(readers, ['src/config.ts'])
})

test('only the command line reads settings: everything else is given what it needs', () => {
  const readers = within.filter(({ from, of }) => of === 'src/config.ts' && partOf(from) !== 'cli')
  assert.deepEqual(shown(readers), [])
})

test('a command does not call a command, which would open a transaction within its own', () => {
  const commands = files.filter((file) =>
    importsOf(file).some(({ of, typeOnly }) => of === 'src/access/command.ts' && !typeOnly),
  )
  assert.ok(commands.length >= 6)
  const wrong = within.filter(
    ({ from, of, typeOnly }) => !typeOnly && commands.includes(from) && commands.includes(of),
  )
  assert.deepEqual(shown(wrong), [])
})

test('pages and queries only read', () => {
  const readers = files.filter((file) => file.includes('/pages/') || file.endsWith('/queries.ts'))
  const writing = /\.(insertInto|updateTable|deleteFrom|mergeInto)\(/
  assert.deepEqual(
    readers.filter((file) => writing.test(textOf(file))),
    [],
  )
})

test('no files import each other in a circle', () => {
  const needs = Map.groupBy(
    within.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    const before = path.indexOf(file)
    if (before >= 0) circles.push([...path.slice(before), file].join(' → '))
    if (before >= 0 || done.has(file)) return
    for (const { of } of needs.get(file) ?? []) walk(of, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  assert.deepEqual(circles, [])
})
