import { parse } from 'csv-parse/sync'
import type { ReadObservations } from '../domain/import/incoming.ts'
import { type TableSettings, tableReader } from '../domain/import/table-reader.ts'

/** Reads nothing but what the file says: no mapping of columns, and no series by its title. */
export const plainSettings: TableSettings = { sheet: null, columns: {}, fixed: {}, seriesNamed: () => null }

/** Reads the figures of a CSV that is held in memory: see docs/import.md for what a table of figures may look like. */
export function readObservations(text: string): ReadObservations {
  const reader = tableReader(plainSettings)
  let records: string[][]
  try {
    // Blank lines are records here, so that a record's number is its row in a spreadsheet.
    records = parse(text, { bom: true, relax_column_count: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const problem = { row: 1, column: '', value: '', message: `The file is not a CSV table: ${message}` }
    return { observations: [], problems: [problem] }
  }
  const read = reader.take(records.map((cells, index) => ({ sheet: '', row: index + 1, cells })))
  const rest = reader.end()
  return {
    observations: [...read.observations, ...rest.observations],
    problems: [...read.problems, ...rest.problems],
  }
}
