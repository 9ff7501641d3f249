import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import type { SheetRow } from '../../domain/import/incoming.ts'
import { type Delimiter, delimiterOf } from './delimiter.ts'
import { type Encoding, encodingOf, fileText } from './file-text.ts'
import type { ReadLimits } from './limits.ts'
import type { RowBatch } from './rows-of.ts'
import { UnreadableFile } from './unreadable-file.ts'

const rowsAtOnce = 2_000
const startLookedAt = 100_000

/** The rows of a CSV file, in whatever encoding and with whatever between its cells, as they are read. */
export async function* csvRows(path: string, gzipped: boolean, limits: ReadLimits): AsyncGenerator<RowBatch> {
  const encoding = await encodingOf(path, gzipped, limits)
  const delimiter = delimiterOf(await startOf(path, gzipped, encoding, limits))
  let share = 0
  async function* pieces() {
    for await (const piece of fileText(path, gzipped, encoding, limits)) {
      share = piece.share
      if (piece.text !== '') yield piece.text
    }
  }
  // Blank lines are records here, so that a record's number is its row in a spreadsheet.
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    max_record_size: limits.recordCharacters,
  })
  // What goes wrong in the pipe ends the loop below, which is where it is answered.
  pipeline(Readable.from(pieces()), parser).catch(() => {})
  const batch = (rows: readonly SheetRow[]): RowBatch => ({
    rows,
    share,
    says: saysOf(encoding, delimiter),
    semicolons: delimiter === ';',
  })
  let row = 0
  let rows: SheetRow[] = []
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1
      rows.push({ sheet: '', row, cells })
      if (cells.length > limits.columns)
        throw tooMany(limits.columns, 'columns: this cannot be a table of figures')
      if (rows.length < rowsAtOnce) continue
      if (row > limits.rows) throw tooMany(limits.rows, 'rows. Import it in parts')
      yield batch(rows)
      rows = []
    }
  } catch (error) {
    throw error instanceof CsvError ? notATable(error) : error
  }
  share = 1
  yield batch(rows)
}

async function startOf(
  path: string,
  gzipped: boolean,
  encoding: Encoding,
  limits: ReadLimits,
): Promise<string> {
  let start = ''
  for await (const { text } of fileText(path, gzipped, encoding, limits)) {
    start += text
    if (start.length >= startLookedAt) break
  }
  return start.slice(0, startLookedAt)
}

function saysOf(encoding: Encoding, delimiter: Delimiter): string[] {
  const between = { ',': null, ';': 'semicolons', '\t': 'tabs', '|': 'upright strokes' }[delimiter]
  return [
    ...(encoding === 'windows-1252'
      ? [
          'The file is not in UTF-8: it was read as Windows-1252, as Excel saves CSV. Look at any accented letters and £ signs.',
        ]
      : []),
    ...(encoding.startsWith('utf-16') ? ['The file was read as UTF-16.'] : []),
    ...(between === null ? [] : [`Cells were parted at ${between}.`]),
  ]
}

const tooMany = (limit: number, what: string) =>
  new UnreadableFile(`The file has more than ${limit.toLocaleString('en-GB')} ${what}.`)

const notATable = (error: CsvError) =>
  new UnreadableFile(
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'The file is not a CSV table: a cell goes on for too long. A quotation mark may not have been closed.'
      : `The file is not a CSV table: ${error.message}`,
  )
