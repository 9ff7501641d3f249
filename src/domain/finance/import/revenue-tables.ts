import type { SheetRow } from '../../import/incoming.ts'
import { type FinanceProblem, problemAt } from './finance-problem.ts'
import { type FinanceTable, findTable, type TableSought } from './finance-table.ts'
import type { KnownServices } from './known-services.ts'
import type { RevenueSettings, RevenueShape } from './revenue-settings.ts'

export type RevenueTables =
  | {
      readonly ok: true
      readonly shape: RevenueShape
      readonly tables: readonly FinanceTable[]
      readonly notRead: readonly string[]
    }
  | { readonly ok: false; readonly problem: FinanceProblem }

/** Finds the tables of a workbook and which shape they have together, unless that is said. */
export function revenueTables(
  sheets: readonly (readonly SheetRow[])[],
  settings: RevenueSettings,
  financialYear: string | null,
  services: KnownServices,
): RevenueTables {
  const named = settings.sheet
  const looked = named === null ? sheets : sheets.filter(([row]) => row?.sheet === named)
  if (looked.length === 0) {
    const names = sheets.map(([row]) => row?.sheet ?? '').filter(Boolean)
    const says =
      named === null
        ? 'The file holds no rows. Choose the file that holds the figures.'
        : `There is no sheet ‘${named}’. The sheets are: ${names.join(', ')}.`
    return { ok: false, problem: problemAt({ sheet: '', row: 1 }, '', named ?? '', says) }
  }
  const sought = looked.map((rows) =>
    findTable(rows, {
      quantities: ['budget', 'forecast'],
      anyOf: ['service', 'cost_centre', 'description'],
      financialYear,
    }),
  )
  const tables = sought.flatMap((each) => (each.ok ? [each.table] : []))
  if (tables.length === 0) return { ok: false, problem: likeliest(sought) }
  const shape = settings.shape ?? shapeOf(tables, services)
  const read = shape === 'sheets' ? tables : tables.slice(0, 1)
  const notRead = shape === 'sheets' ? [] : tables.slice(1).map(({ sheet }) => sheet)
  return { ok: true, shape, tables: read, notRead }
}

function likeliest(sought: readonly TableSought[]): FinanceProblem {
  const failed = sought.flatMap((each) => (each.ok ? [] : [each]))
  const [best] = failed.toSorted((a, b) => b.likeness - a.likeness)
  return best?.problem ?? problemAt({ sheet: '', row: 1 }, '', '', 'No table of figures was found.')
}

/** Sheets named as services are a sheet per service, whatever their rows are; else a column of cost centres decides. */
function shapeOf(tables: readonly FinanceTable[], services: KnownServices): RevenueShape {
  const ofServices = tables.filter(({ sheet }) => services.find(sheet) !== null)
  if (ofServices.length > 0 && ofServices.length * 2 >= tables.length) return 'sheets'
  return tables[0]?.names.has('cost_centre') ? 'cost-centres' : 'table'
}
