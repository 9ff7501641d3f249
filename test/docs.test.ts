import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { commands } from '#src/cli/commands/index.ts'
import { settings } from '#src/config.ts'
import { shipped } from '#src/demo/csv.ts'
import { actions } from '#src/domain/access/can.ts'
import { type Role, roles } from '#src/domain/access/roles.ts'
import { positions } from '#src/domain/evaluation/distribution.ts'
import { goodDirectionText, informationTypes, matches, measureLevels } from '#src/domain/measures/measure.ts'
import { units } from '#src/domain/quantity.ts'
import { reportKinds } from '#src/reports/make-report.ts'
import { reportFormats } from '#src/reports/render/report-files.ts'
import { deadLinks, documentNamed, documents, missingFrom, tableRow } from './support/documents.ts'
import { sourceFiles, textOf } from './support/source-files.ts'

const code = (text: string) => `\`${text}\``
const all = documents()
const architecture = documentNamed('docs/ARCHITECTURE.md')
const notes = all.filter(({ name }) => name.startsWith('docs/decisions/'))

test('the settings are those in the code, each with its default and what it is for', () => {
  const rows = Object.values(settings).map((setting) =>
    tableRow(
      code(setting.variable),
      setting.default === '' ? 'not set' : code(setting.default),
      setting.says,
    ),
  )
  assert.deepEqual(missingFrom(documentNamed('docs/settings.md'), rows), [])
})

test('every role is named, and every action with who may do it', () => {
  const everybody = Object.keys(roles) as Role[]
  const who = (able: readonly Role[]) => {
    const others = everybody.filter((role) => !able.includes(role))
    const [other] = others
    if (other === undefined) return 'everybody'
    return others.length === 1 && other !== undefined
      ? `everybody but ${roles[other]}`
      : able.map((role) => roles[role]).join(', ')
  }
  const page = documentNamed('docs/roles.md')
  assert.deepEqual(
    missingFrom(
      page,
      Object.entries(roles).map(([role, name]) => tableRow(code(role), name)),
    ),
    [],
  )
  const rows = Object.entries(actions).map(([action, { says, roles: able }]) =>
    tableRow(code(action), says, who(able)),
  )
  assert.deepEqual(missingFrom(page, rows), [])
})

test('every command has its section, with every option and what it means', () => {
  const page = documentNamed('docs/cli.md')
  for (const command of commands) {
    const heading = ['## goldenthread', command.name, command.arguments].filter(Boolean).join(' ')
    const section = page.text.split(/^(?=## )/m).find((each) => each.startsWith(`${heading}\n`))
    assert.ok(section, `docs/cli.md has no section '${heading}'`)
    const rows = Object.entries(command.options).map(([name, { value, says }]) =>
      tableRow(code(`--${name}${value ? ` ${value}` : ''}`), says),
    )
    assert.deepEqual(missingFrom({ name: heading, text: section }, rows), [], heading)
  }
  const sections = page.text.match(/^## goldenthread (\w+)/gm) ?? []
  assert.deepEqual(
    sections.map((heading) => heading.split(' ').at(-1)).sort(),
    commands.map(({ name }) => name).sort(),
  )
})

test('units, types, levels, directions and matches of measures are explained', () => {
  const page = documentNamed('docs/measures.md')
  const begins = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(([name, words]) => `| ${code(name)} | ${words} |`)
  const named = Object.fromEntries(Object.entries(units).map(([unit, { name }]) => [unit, name]))
  const near = Object.fromEntries(Object.entries(matches).map(([match, { says }]) => [match, says]))
  for (const list of [named, near, informationTypes, measureLevels, goodDirectionText])
    assert.deepEqual(missingFrom(page, begins(list)), [])
})

test('every kind of report, every format and every block is explained', () => {
  const page = documentNamed('docs/reports.md')
  const blocks = textOf('src/domain/report/blocks.ts').split('export type Inline')[0] ?? ''
  const kinds = [...blocks.matchAll(/kind: '(\w+)'/g)].map(([, kind = '']) => kind)
  assert.ok(kinds.length >= 6)
  const first = [...Object.keys(reportKinds), ...reportFormats, ...kinds].map(
    (name) => `\n| ${code(name)} | `,
  )
  assert.deepEqual(missingFrom(page, first), [])
})

test('the words that code and pages use are in the glossary', () => {
  const words =
    'golden thread, break, plan, plan item, priority, outcome, action, success measure, measure, register, theme, owner, ' +
    'information type, good direction, series, match, proxy, observation, revision, provisional, suppressed, series break, ' +
    'aggregation, target, tolerance, comparator, neighbour, comparator group, evaluation, rag, travel, comparison, standing, ' +
    'position, distribution, verdict, attention, exception, special cause, variation, assurance, outlook, period, granularity, ' +
    'moment, reporting quarter, cut-off, as at, revenue, variance, pressure, capital programme, scheme, control total, ' +
    'reconciliation, pence, authority, area, directorate, service, portfolio, forum, actor, operator, query, command, event, ' +
    'refusal, report, block, bound figure, manifest, tone'
  const glossary = documentNamed('docs/GLOSSARY.md').text.toLowerCase()
  const absent = words.split(', ').filter((word) => !new RegExp(`\\*\\*${word}s?\\*\\*`).test(glossary))
  assert.deepEqual(absent, [])
})

test('every position that is counted is told in the methods', () => {
  const methods = documentNamed('docs/METHODS.md').text.toLowerCase()
  const absent = Object.keys(positions).filter((position) => !methods.includes(position.replaceAll('-', ' ')))
  assert.deepEqual(absent, [])
})

test('every table, every event and every folder of the code has its line', () => {
  const migrations = globSync('src/db/migrations/*.sql').map((file) => readFileSync(file, 'utf8'))
  const tables = migrations.flatMap((sql) =>
    [...sql.matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name),
  )
  assert.ok(tables.length >= 20)
  assert.deepEqual(missingFrom(architecture, tables.map(code)), [])
  const happened = sourceFiles().flatMap((file) =>
    [...textOf(file).matchAll(/(?:action: |changed\(\w+, )'([a-z-]+\.[a-z-]+)'/g)].map(
      ([, action = '']) => action,
    ),
  )
  const events = happened.filter((action) => !(action in actions))
  assert.ok(events.length >= 12)
  assert.deepEqual(missingFrom(architecture, events.map(code)), [])
  const folders = new Set(sourceFiles().map((file) => (file.split('/')[1] ?? '').replace(/\.ts$/, '')))
  const named = new Set(
    architecture.text.match(/`[\w./-]+`/g)?.flatMap((each) => each.replace(/`|\.ts/g, '').split('/')),
  )
  assert.deepEqual(
    [...folders].filter((folder) => !named.has(folder)),
    [],
  )
})

test('every dependency is named in a decision note', () => {
  const project = JSON.parse(readFileSync('package.json', 'utf8'))
  const packages = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
    Object.keys(project[kind] ?? {}),
  )
  const text = notes.map((note) => note.text).join('\n')
  assert.deepEqual(missingFrom({ name: 'the notes', text }, packages.map(code)), [])
})

test('a decision note tells what prompted it, what was chosen and the price, and is listed', () => {
  assert.ok(notes.length >= 12)
  for (const note of notes) {
    assert.deepEqual(missingFrom(note, ['**Context.** ', '**Choice.** ', '**Price.** ']), [], note.name)
    assert.ok(
      architecture.text.includes(`](${note.name.replace('docs/', '')})`),
      `${note.name} is not listed`,
    )
  }
})

test('every series that is shipped has its source, and the counts are those of the files', () => {
  const sources = documentNamed('data/SOURCES.md')
  const series = shipped('sefton/series.csv')
  assert.deepEqual(
    missingFrom(
      sources,
      series.map((row) => code(row.code ?? '')),
    ),
    [],
  )
  const figures = shipped('sefton/sefton_series.csv').length.toLocaleString('en-GB')
  assert.match(sources.text, new RegExp(`${figures}\\s+figures\\s+in\\s+${series.length}\\s+series`))
})

test('every link between documents leads to a file and a heading that are there', () => {
  assert.ok(all.length >= 30)
  const dead = all.flatMap((each) => deadLinks(each).map((link) => `${each.name}: ${link}`))
  assert.deepEqual(dead, [])
})

test('a link that leads nowhere is found', () => {
  const text = '[a](LICENSE) [b](no-such-file.md) [c](CHANGELOG.md#no-such-heading) [d](https://example.org)'
  assert.deepEqual(deadLinks({ name: 'x.md', text }), ['no-such-file.md', 'CHANGELOG.md#no-such-heading'])
})

test('every script and command that a document names is there', () => {
  for (const { name, text } of all) {
    for (const [, script = ''] of text.matchAll(/\bscript\/([a-z][\w.-]*\w)/g))
      assert.ok(existsSync(`script/${script}`), `${name} names script/${script}`)
    for (const [, command = ''] of text.matchAll(/\bgoldenthread ([a-z]+)/g))
      assert.ok(
        commands.some((known) => known.name === command),
        `${name} names the command ${command}`,
      )
  }
})
