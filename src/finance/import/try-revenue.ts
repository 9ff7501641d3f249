import type { Db } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type AgainstHeld, againstHeld } from '../../domain/finance/import/against-held.ts'
import { inFileOrder, problemAt } from '../../domain/finance/import/finance-problem.ts'
import { type KnownServices, knownServices } from '../../domain/finance/import/known-services.ts'
import { type RevenueRead, readRevenue } from '../../domain/finance/import/read-revenue.ts'
import type { RevenueSettings } from '../../domain/finance/import/revenue-settings.ts'
import { poundsDecimal, sumPence } from '../../domain/money.ts'
import { controlTotals } from '../control-totals.ts'
import type { RevenueInput } from '../revenue/record-position.ts'
import { type Virement, virementsOf } from '../revenue/virements.ts'
import { type Brought, sourceOf } from './brought.ts'
import { fileSheets } from './file-sheets.ts'
import { fileTotals } from './file-totals.ts'
import { type FinanceImportResult, rowsWrong, toldTotals, totalQuestions } from './finance-result.ts'
import { costCentres, financeServices, heldLines } from './queries.ts'

export type RevenueTrial = {
  readonly result: FinanceImportResult
  /** What storing it records; null while something is wrong. */
  readonly input: ((reason: string | null) => RevenueInput) | null
  readonly costCentres: ReadonlyMap<string, string>
}

/** Reads a file of a revenue position and holds it against what is held, without storing anything. Throws UnreadableFile. */
export async function tryRevenue(
  db: Db,
  actor: Actor,
  { path, file }: Brought,
  settings: RevenueSettings,
): Promise<RevenueTrial> {
  const { sheets, commaIsAmbiguous, says } = await fileSheets(path)
  const facts = await inAuthority(db, actor.authorityId, async (db) => {
    const all = await financeServices(db)
    const known = { services: knownServices(all), costCentres: await costCentres(db), commaIsAmbiguous }
    const said = saidCentres(settings, known.services)
    const read = readRevenue(sheets, { ...settings, costCentres: said.codes }, known)
    const { financialYear, month } = read
    const subject = financialYear !== null && month !== null ? `revenue/${financialYear}/${month}` : null
    const held = financialYear === null ? [] : await heldLines(db, financialYear)
    const moved = financialYear === null ? [] : await virementsOf(db, financialYear)
    return {
      all,
      read,
      said,
      subject,
      held,
      moved,
      printed: subject === null ? [] : await controlTotals(db, subject),
    }
  })
  const { read, said, subject, held, moved, printed, all } = facts
  const { financialYear, month, unit, lines } = read
  const compared =
    financialYear === null || month === null || unit === null
      ? notCompared
      : againstHeld({ financialYear, month, unit, lines, held, virements: movedBetween(moved) })
  const names = read.tables.map(({ sheet }) => sheet)
  const problems = inFileOrder([...said.problems, ...read.problems, ...compared.problems], names)
  const fileSays = says.map((message) => ({ sheet: '', row: 1, column: '', value: '', message, count: 1 }))
  const result: FinanceImportResult = {
    kind: 'revenue',
    file,
    subject,
    found: {
      shape: read.shape,
      unit,
      unitSays: read.unitSays,
      sheets: read.tables.map(({ sheet, headerRow, labels }) => ({ sheet, headerRow, columns: labels })),
    },
    accepted: compared.added,
    unchanged: compared.unchanged,
    rejected: rowsWrong(problems),
    problems,
    // A file whose every amount is held was accepted when it came first.
    warnings:
      compared.changed.length === 0
        ? []
        : inFileOrder([...totalQuestions(read.totals), ...compared.questions], names),
    totals: toldTotals(read.totals),
    lines: toldLines(read),
    costCentresAsked: read.unknownCostCentres.map((each) => ({ ...each, rows: each.rows.length })),
    understood: [...fileSays, ...read.understood],
    stored: false,
  }
  const kinds = new Map(all.map(({ code, kind }) => [code, kind]))
  const input =
    subject === null || problems.length > 0
      ? null
      : (reason: string | null) =>
          inputOf(
            { ...read, lines: compared.changed },
            file,
            fileTotals(read, file, kinds, printed),
            (service) => (compared.otherBudgets.has(service) ? reason : null),
          )
  return { result, input, costCentres: read.costCentres }
}

const notCompared: AgainstHeld = {
  problems: [],
  questions: [],
  changed: [],
  otherBudgets: new Set(),
  added: 0,
  unchanged: 0,
}

/** Cost centres may be said to be of a service by its name: what is kept is its code, and an unknown name is told. */
function saidCentres({ costCentres }: RevenueSettings, { find, like }: KnownServices) {
  const said = Object.entries(costCentres).map(([centre, service]) => ({
    centre,
    service,
    code: find(service),
  }))
  return {
    codes: Object.fromEntries(said.flatMap(({ centre, code }) => (code === null ? [] : [[centre, code]]))),
    problems: said
      .filter(({ code }) => code === null)
      .map(({ centre, service }) =>
        problemAt(
          { sheet: '', row: 1 },
          'cost centre',
          service,
          `The cost centre ${centre} was said to be of ‘${service}’, and there is no such service here.${like(service)} Name one of the council’s services.`,
        ),
      ),
  }
}

const toldLines = ({ lines }: RevenueRead) =>
  lines.map(({ service, name, budget, forecast, rows }) => ({
    code: service,
    name,
    amounts: {
      budget: poundsDecimal(budget),
      forecast: poundsDecimal(forecast),
      variance: poundsDecimal(forecast - budget),
    },
    rows: rows.length,
  }))

const inputOf = (
  { financialYear, month, lines }: RevenueRead,
  file: string,
  controlTotals: RevenueInput['controlTotals'],
  reasonFor: (service: string) => string | null,
): RevenueInput => ({
  financialYear: financialYear ?? '',
  month: month ?? '',
  lines: lines.map(({ service, budget, forecast, rows }) => ({
    service,
    budget,
    forecast,
    reason: reasonFor(service),
    row: rows[0]?.row ?? null,
    source: sourceOf(file, rows),
  })),
  pressures: [],
  controlTotals,
})

/** What virements have added to a service's budget from after one month up to another. */
const movedBetween = (virements: readonly Virement[]) => (service: string, after: string, until: string) =>
  sumPence(
    virements
      .filter(({ inBudgetFrom }) => inBudgetFrom > after && inBudgetFrom <= until)
      .flatMap(({ lines }) => lines.filter((line) => line.service === service).map(({ amount }) => amount)),
  )
