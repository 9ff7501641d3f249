import { seeing } from '../../access/command.ts'
import type { Db } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor } from '../../domain/access/roles.ts'
import {
  capitalAgainstHeld,
  type HeldScheme,
  type SchemeKnown,
} from '../../domain/finance/import/capital-against-held.ts'
import { acrossYears } from '../../domain/finance/import/capital-lines.ts'
import { type FinanceProblem, inFileOrder, problemAt } from '../../domain/finance/import/finance-problem.ts'
import { knownServices } from '../../domain/finance/import/known-services.ts'
import {
  type CapitalRead,
  type CapitalSettings,
  readCapital,
} from '../../domain/finance/import/read-capital.ts'
import { poundsDecimal, sumPence } from '../../domain/money.ts'
import type { CapitalInput } from '../capital/record-programme.ts'
import { type ControlTotalInput, controlTotals, type HeldControlTotal } from '../control-totals.ts'
import { type Brought, sourceOf } from './brought.ts'
import { heldSchemeBudgets, heldSchemes } from './capital-queries.ts'
import { fileSheets } from './file-sheets.ts'
import { type FinanceImportResult, rowsWrong, toldTotals, totalQuestions } from './finance-result.ts'
import { financeServices } from './queries.ts'

export type CapitalTrial = { readonly result: FinanceImportResult; readonly input: CapitalInput | null }

/** Reads a file of a capital programme and holds it against what is held, without storing anything. Throws UnreadableFile. */
export async function tryCapital(
  db: Db,
  actor: Actor,
  { path, file }: Brought,
  settings: CapitalSettings,
): Promise<CapitalTrial> {
  const { sheets, commaIsAmbiguous, says } = await fileSheets(path)
  const programme = settings.month
  const subject = programme === null ? null : `capital/${programme}`
  const { services, schemes, budgets, printed } = await inAuthority(
    db,
    actor.authorityId,
    async (db) => ({
      services: knownServices(await financeServices(db)),
      schemes: await heldSchemes(db),
      budgets: await heldSchemeBudgets(db),
      printed: subject === null ? [] : await controlTotals(db, subject),
    }),
    // A scheme that is exempt from publication is held like any other: it must not be taken for a new one.
    seeing(actor),
  )
  const titles = knownServices(schemes.map(({ code, title: name }) => ({ code, name })))
  const isScheme = (title: string) => titles.find(title) !== null
  const read = readCapital(sheets, settings, { services, isScheme, commaIsAmbiguous })
  const compared =
    read.unit === null || programme === null
      ? { known: [], problems: [], questions: [], added: 0, unchanged: 0 }
      : capitalAgainstHeld({ programme, unit: read.unit, lines: read.lines, schemes, budgets })
  const names = read.tables.map(({ sheet }) => sheet)
  const problems = inFileOrder(
    [...read.problems, ...compared.problems, ...(programme === null ? [noMeeting(read)] : [])],
    names,
  )
  const fileSays = says.map((message) => ({ sheet: '', row: 1, column: '', value: '', message, count: 1 }))
  const result: FinanceImportResult = {
    kind: 'capital',
    file,
    subject,
    found: {
      shape: read.shape,
      unit: read.unit,
      unitSays: read.unitSays,
      sheets: read.tables.map(({ sheet, headerRow, labels }) => ({ sheet, headerRow, columns: labels })),
    },
    accepted: compared.added,
    unchanged: compared.unchanged,
    rejected: rowsWrong(problems),
    problems,
    // A file whose every amount is held was accepted when it came first.
    warnings:
      compared.added === 0 ? [] : inFileOrder([...totalQuestions(read.totals), ...compared.questions], names),
    totals: toldTotals(read.totals),
    lines: compared.known.map(toldScheme),
    costCentresAsked: [],
    understood: [...fileSays, ...read.understood],
    stored: false,
  }
  const input =
    programme === null || problems.length > 0
      ? null
      : {
          programme,
          schemes: inputSchemes(compared.known, schemes, file),
          controlTotals: programmeTotals(read, file, printed),
        }
  return { result, input }
}

const noMeeting = ({ tables }: CapitalRead): FinanceProblem =>
  problemAt(
    { sheet: tables[0]?.sheet ?? '', row: tables[0]?.headerRow ?? 1 },
    '',
    '',
    'The month of the meeting that saw this programme is not said. State it (on the command line --month 2024-07).',
  )

const toldScheme = ({ code, title, budget, rows }: SchemeKnown) => ({
  code,
  name: title,
  amounts: {
    ...Object.fromEntries(Object.entries(budget).map(([year, amount]) => [year, poundsDecimal(amount)])),
    total: poundsDecimal(sumPence(Object.values(budget))),
  },
  rows: rows.length,
})

/** Schemes that are held keep their place, name and source; the command orders schemes as they are given. */
function inputSchemes(
  known: readonly SchemeKnown[],
  held: readonly (HeldScheme & { readonly source: string })[],
  file: string,
): CapitalInput['schemes'] {
  const given = new Map(known.map((line) => [line.code, line]))
  return [
    ...held.map((scheme) => ({ ...scheme, budget: given.get(scheme.code)?.budget ?? {} })),
    ...known
      .filter(({ isNew }) => isNew)
      .map(({ code, service, title, budget, rows }) => ({
        code,
        service,
        title,
        budget,
        source: sourceOf(file, rows),
      })),
  ]
}

/** The totals of all schemes by year, kept to be held against them for good, unless a paper’s are held already. */
function programmeTotals(
  { totals, lines }: CapitalRead,
  file: string,
  held: readonly HeldControlTotal[],
): ControlTotalInput[] {
  const all = new Set(lines.flatMap(({ rows }) => rows))
  const taken = new Set(held.filter(({ line }) => line === 'total').map(({ quantity }) => quantity))
  return totals.flatMap((total) => {
    const isAll = total.covers.length === all.size && total.covers.every((row) => all.has(row))
    if (!isAll || total.key === acrossYears || taken.has(total.key)) return []
    taken.add(total.key)
    return [
      {
        line: 'total',
        quantity: total.key,
        title: `${total.name || 'Total'}, ${total.column}`,
        printed: total.printed,
        precision: total.step,
        source: `${file}, row ${total.row}`,
      },
    ]
  })
}
