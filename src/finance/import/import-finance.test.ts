import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { inAuthority } from '#src/db/transaction.ts'
import { shipped } from '#src/demo/csv.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import { noRevenueSettings, type RevenueSettings } from '#src/domain/finance/import/revenue-settings.ts'
import { parseMoney } from '#src/domain/money.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { addAuthority } from '#test/support/database.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { capitalView } from '../capital/queries.ts'
import { revenueMonitor } from '../revenue/queries.ts'
import { type FinanceSettings, importFinance, type Storing } from './import-finance.ts'
import { financeServices } from './queries.ts'

const database = await seftonDatabase({ after })
const { db } = database
const folder = await mkdtemp(path.join(tmpdir(), 'finance-import-'))
after(() => rm(folder, { recursive: true }))
const june = { financialYear: '2024-25', month: '2024-06' }
const now: Storing = { dryRun: false, acceptWarnings: false, reason: null }

/** The statement of July 2024 as the paper prints it: services, the subtotal, the rest, the total and the result. */
const printed = shipped('sefton/finance/revenue_budget_2024_25_m3.csv')
const lines = printed.filter((row) => row.is_total === 'no')
const number = (text = ''): number | string => (text === '' ? '' : Number(text))

type Cells = (string | number)[]
const table: Cells[] = [
  ['Revenue budget monitoring, month 3'],
  ['Service', 'Budget £m', 'Forecast £m', 'Variance £m'],
  ...printed.map((row) => [
    row.service ?? '',
    number(row.budget_m),
    number(row.forecast_m),
    number(row.variance_m),
  ]),
]
const bracketed = (text = ''): string => (text.startsWith('-') ? `(${text.slice(1)})` : text)
const csv = (rows: readonly Cells[]) =>
  rows.map((row) => row.map((cell) => `"${bracketed(String(cell))}"`).join(',')).join('\r\n')

/** £m as whole pounds: all of it, or one of the two parts that make it. */
function pounds(text = '', part: 1n | 2n | null = null): string {
  const read = parseMoney(text, 'millions')
  const whole = read.ok ? read.value / 100n : assert.fail(read.problem)
  const first = (whole * 3n) / 4n
  return String(part === null ? whole : part === 1n ? first : whole - first)
}

/** Each service split in two cost centres, in whole pounds, with a subtotal by its name and a total of all. */
const centres = lines.flatMap(({ service = '' }, at) =>
  ([1n, 2n] as const).map((share) => ({ code: `C${at}${share}`, service, share, row: lines[at] })),
)
const ledger: Cells[] = [
  ['All figures in pounds'],
  ['Cost centre', 'Description', 'Period', 'Current budget', 'Actual to date', 'Forecast outturn'],
  ...lines.flatMap((line, at) => [
    ...centres
      .filter(({ service }) => service === line.service)
      .map(({ code, share }) => [
        code,
        'Net',
        'P3',
        pounds(line.budget_m, share),
        '1',
        pounds(line.forecast_m, share),
      ]),
    ...(at === 0 ? [] : [['', line.service ?? '', '', pounds(line.budget_m), '', pounds(line.forecast_m)]]),
  ]),
  ['', 'Net expenditure', '', '258480000', '', '263430000'],
]
/** A sheet a service, in thousands: pay and other, with their sum under them. */
const sheets = lines.map(({ service = '', budget_m, forecast_m }) => {
  const [budget, forecast] = [budget_m, forecast_m].map((text) => Math.round(Number(text) * 1000))
  const half = (whole = 0) => Math.trunc(whole / 2)
  const rest = (whole = 0) => whole - half(whole)
  const rows: Cells[] = [
    [service],
    ['Line', 'Budget £000', 'Forecast £000'],
    ['Pay', half(budget), half(forecast)],
    ['Other', rest(budget), rest(forecast)],
    ['Total', budget ?? 0, forecast ?? 0],
  ]
  return { name: service.slice(0, 31), rows }
})

type Said = Extract<FinanceSettings, { kind: 'revenue' }>
const said = (settings: Partial<RevenueSettings>): Said => ({
  kind: 'revenue',
  ...noRevenueSettings,
  ...settings,
})
const mapped = Object.fromEntries(centres.map(({ code, service }) => [code, service]))
const files: readonly [string, string | Uint8Array, Said][] = [
  ['table.csv', csv(table), said({ month: '2024-06' })],
  ['table.xlsx', await writeXlsx({ sheets: [{ name: 'Month 3', rows: table }] }), said({ month: '2024-06' })],
  ['ledger.csv', csv(ledger), said({ financialYear: '2024-25', costCentres: mapped })],
  ['sheets.ods', await writeOds({ sheets }), said({ month: '2024-06' })],
]

async function brought(name: string, contents: string | Uint8Array) {
  const file = path.join(folder, name)
  await writeFile(file, contents)
  return { path: file, file: name }
}

const events = (authority: number) =>
  inAuthority(db, authority, async (db) => (await db.selectFrom('event').select('action').execute()).length)
/** What is held for June 2024, without where each line was read. */
const position = (authority: number) =>
  inAuthority(db, authority, async (db) => {
    const { position } = await revenueMonitor(db, june)
    const lines = [...position.services, ...position.corporate].map(({ service, budget, forecast }) => ({
      service,
      budget,
      forecast,
    }))
    return { lines, services: position.serviceTotal, total: position.total }
  })

test('the paper’s own position comes again in every shape, and nothing changes', async () => {
  const actor = seftonActor('business-intelligence')
  const before = await events(sefton.id)
  for (const [name, contents, settings] of files) {
    const file = { ...(await brought(name, contents)), settings: { ...settings, costCentres: {} } }
    const result = await importFinance(db, actor, { ...file, settings }, { ...now, dryRun: true })
    assert.deepEqual(result.problems, [], name)
    assert.deepEqual([result.accepted, result.unchanged, result.warnings.length], [0, 14, 0], name)
  }
  const [name, contents, settings] = files[0] ?? assert.fail()
  const again = await importFinance(db, actor, { ...(await brought(name, contents)), settings }, now)
  assert.deepEqual([again.stored, again.accepted], [true, 0])
  assert.equal(await events(sefton.id), before)
})

test('in every shape it is stored to the penny as the July 2024 papers have it, once', async (t) => {
  const paper = await position(sefton.id)
  const all = await inAuthority(db, sefton.id, financeServices)
  const services = all.map((each) => ({ ...each, source: 'p. 1' })) as Parameters<
    typeof recordOrganisation
  >[2]['services']
  for (const [at, [name, contents, settings]] of files.entries())
    await t.test(name, async () => {
      const authority = 20 + at
      await addAuthority(database, authority)
      const actor = { ...seftonActor('business-intelligence'), authorityId: authority }
      await recordOrganisation(db, actor, { directorates: [], services, portfolios: [], roles: [] })
      const file = { ...(await brought(name, contents)), settings }
      const dry = await importFinance(db, actor, file, { ...now, dryRun: true })
      assert.deepEqual([dry.stored, dry.accepted, dry.problems, dry.warnings], [false, 14, [], []])
      assert.ok(dry.totals.every(({ agrees }) => agrees))
      const result = await importFinance(db, actor, file, now)
      assert.deepEqual([result.stored, result.subject], [true, 'revenue/2024-25/2024-06'])
      assert.deepEqual(await position(authority), paper)
      const stored = await events(authority)
      const again = await importFinance(
        db,
        actor,
        { ...file, settings: { ...settings, costCentres: {} } },
        now,
      )
      assert.deepEqual([again.stored, again.accepted, again.unchanged], [true, 0, 14])
      assert.equal(await events(authority), stored)
    })
})

const years = ['2024_25', '2025_26', '2026_27'] as const
const appendix = shipped('sefton/finance/capital_programme_appendix_a.csv')
/** Appendix A as a spreadsheet of it would be: services above their schemes, subtotals, and the total the paper prints. */
const programme: Cells[] = [
  ['Capital programme'],
  ['', '2024/25 £', '2025/26 £', '2026/27 £'],
  ...appendix.flatMap((row, at) => {
    const amounts = years.map((year) => row[`budget_${year}`] ?? '')
    const name =
      row.row_type === 'scheme'
        ? (row.scheme ?? '')
        : `Total ${row.row_type === 'service_subtotal_computed' ? row.service : 'programme'}`
    const heading =
      row.row_type === 'scheme' && appendix[at - 1]?.service !== row.service ? [[row.service ?? '']] : []
    return row.row_type === 'total_computed' ? [] : [...heading, [name, ...amounts]]
  }),
]
const meeting: FinanceSettings = {
  kind: 'capital',
  sheet: null,
  unit: null,
  month: '2024-07',
  financialYear: null,
}

test('the capital programme comes again: every scheme is held, and the total the paper did not add up is told', async () => {
  const actor = seftonActor('business-intelligence')
  const before = await events(sefton.id)
  const file = { ...(await brought('programme.csv', csv(programme))), settings: meeting }
  const again = await importFinance(db, actor, file, now)
  assert.deepEqual([again.problems, again.warnings], [[], []])
  assert.deepEqual([again.stored, again.accepted, again.unchanged], [true, 0, 68])
  assert.equal(again.totals.length, 27)
  assert.deepEqual(
    again.totals.filter(({ agrees }) => !agrees).map(({ row, says }) => `${row} ${says}`),
    [
      '87 Total programme, 2024/25 £: the 68 lines it is of add up to £85,527,591; the file says £85,567,591, £40,000 more.',
    ],
  )
  assert.equal(await events(sefton.id), before)
})

test('a programme is stored for another council once its total is accepted with a reason, and then held', async () => {
  const authority = 30
  await addAuthority(database, authority)
  const actor = { ...seftonActor('business-intelligence'), authorityId: authority }
  const services = (await inAuthority(db, sefton.id, financeServices)).map((each) => ({
    ...each,
    source: 'p. 1',
  }))
  const given = services as Parameters<typeof recordOrganisation>[2]['services']
  await recordOrganisation(db, actor, { directorates: [], services: given, portfolios: [], roles: [] })
  const file = { ...(await brought('programme.csv', csv(programme))), settings: meeting }
  const asked = await importFinance(db, actor, file, { ...now, acceptWarnings: true })
  assert.deepEqual([asked.stored, asked.accepted, asked.warnings.length], [false, 68, 1])
  const accepting: Storing = { ...now, acceptWarnings: true, reason: 'As it was printed' }
  const of = { owner: 'keeper', purpose: 'finance', now: new Date() } as const
  const gone = importFinance(db, actor, file, { ...accepting, waiting: { id: 'gone', of } })
  await assert.rejects(gone, /stored or thrown away a moment ago/)
  const before = await events(authority)
  const stored = await importFinance(db, actor, file, accepting)
  assert.deepEqual([stored.stored, stored.accepted], [true, 68])
  assert.equal(await events(authority), before + 1)
  const totals = (of: number) =>
    inAuthority(db, of, async (db) => (await capitalView(db, '2024-07')).capital.total)
  assert.deepEqual(await totals(authority), await totals(sefton.id))
  const again = await importFinance(db, actor, file, now)
  assert.deepEqual([again.stored, again.accepted, again.unchanged], [true, 0, 68])
  const withPlace = async (name: string, storing: Storing) => {
    const other = programme.map((row) => (row[0] === 'Changing Places' ? [name, 1, 0, 0] : row))
    return importFinance(
      db,
      actor,
      { ...(await brought('other.csv', csv(other))), settings: meeting },
      storing,
    )
  }
  const overwriting = await withPlace('Changing Places', accepting)
  assert.equal(overwriting.stored, false)
  assert.match(overwriting.problems[0]?.message ?? '', /What a meeting saw is not overwritten/)
  const renamed = await withPlace('Changing Place', now)
  assert.match(
    renamed.warnings.map(({ message }) => message).join(' '),
    /‘Changing Place’ is not among the schemes .* Is Changing Places meant\?/,
  )
})
