import { parse } from 'csv-parse/sync'
import type { Parsed } from '../../domain/period.ts'

/** Rows copied out of a spreadsheet (tabs) or written as CSV (commas), by the names in the first row. */
export function readPasted(text: string, needed: readonly string[]): Parsed<Record<string, string>[]> {
  const [head = ''] = text.trim().split(/\r?\n/)
  const delimiter = head.includes('\t') ? '\t' : ','
  const names = head.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase())
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return {
      ok: false,
      problem: `The first row must name the columns. Not found: ${missing.join(', ')}`,
    }
  try {
    const records: Record<string, string>[] = parse(text.trim(), {
      columns: names,
      from_line: 2,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
      bom: true,
    })
    return records.length === 0
      ? { ok: false, problem: 'There is no row under the names of the columns' }
      : { ok: true, value: records }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ok: false, problem: `The rows cannot be read: ${error.message}` }
  }
}
