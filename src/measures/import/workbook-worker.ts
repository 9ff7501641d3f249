import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Sheet, Workbook } from 'hucre'
import type { SheetRow } from '../../domain/import/incoming.ts'
import type { ReadLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { cellText } from './workbook-cell.ts'
import { zipDirectory } from './zip-directory.ts'

// Reads one spreadsheet in a thread of its own, so that what a hostile file costs is that thread's and has an end. Each
// message from the main thread asks for some rows; the answer is a WorkbookAnswer.
export type WorkbookAnswer =
  | { readonly rows: readonly SheetRow[]; readonly done: boolean; readonly share: number }
  | { readonly unreadable: string }

const rowsAtOnce = 2_000
const { path, limits } = workerData as { path: string; limits: ReadLimits }

async function workbook(): Promise<Workbook> {
  const bytes = new Uint8Array(await readFile(path))
  const names = new Set(zipDirectory(bytes, limits).map(({ name }) => name))
  try {
    if (names.has('xl/workbook.xml'))
      return await (await import('hucre/xlsx')).readXlsx(bytes, { readStyles: true })
    if (names.has('content.xml'))
      return await (await import('hucre/ods')).readOds(bytes, { readStyles: true })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw new UnreadableFile(
      name === 'EncryptedFileError'
        ? 'The spreadsheet is locked with a password. Open it, take the password away, and save it.'
        : `The spreadsheet could not be read: ${error instanceof Error ? error.message : String(error)}. Open it, save it again as .xlsx, .ods or .csv, and send that.`,
    )
  }
  throw new UnreadableFile(
    names.has('xl/workbook.bin')
      ? 'This is a binary workbook (.xlsb). Open it and save it as .xlsx, .ods or .csv.'
      : 'This archive is not a spreadsheet. Send the figures as .xlsx, .ods or .csv.',
  )
}

function* sheetRows({ name, rows, cells, merges }: Sheet): Generator<SheetRow> {
  const down = mergedDown(merges ?? [], rows)
  for (const [index, values] of rows.entries()) {
    if (values.length > limits.columns)
      throw new UnreadableFile(
        `The sheet '${name}' has more than ${limits.columns} columns: this cannot be a table of figures.`,
      )
    // A cell with a formula and no value may stand beyond the last one that has a value.
    const texts = values.map((value, column) => cellText(value, cells?.get(`${index},${column}`)))
    for (const [column, value] of down.get(index) ?? []) texts[column] ||= value
    yield { sheet: name, row: index + 1, cells: texts }
  }
}

/** Text that stands once for several rows stands in each of them. Numbers do not: a figure is given once. */
function mergedDown(merges: NonNullable<Sheet['merges']>, rows: Sheet['rows']) {
  const down = new Map<number, [column: number, value: string][]>()
  for (const { startRow, endRow, startCol } of merges) {
    const value = rows[startRow]?.[startCol]
    if (typeof value !== 'string') continue
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row++)
      down.set(row, [...(down.get(row) ?? []), [startCol, value]])
  }
  return down
}

async function* answers(): AsyncGenerator<WorkbookAnswer, WorkbookAnswer> {
  const { sheets } = await workbook()
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  let characters = 0
  let told = 0
  let some: SheetRow[] = []
  for (const sheet of sheets)
    for (const row of sheetRows(sheet)) {
      for (const cell of row.cells) characters += cell.length
      if (characters > limits.characters)
        throw new UnreadableFile(
          'The spreadsheet holds too much text. Save the sheet of figures as .csv and import that.',
        )
      some.push(row)
      if (some.length < rowsAtOnce) continue
      told += some.length
      yield { rows: some, done: false, share: told / all }
      some = []
    }
  return { rows: some, done: true, share: 1 }
}

const waiting = answers()
parentPort?.on('message', async () => {
  let answer: WorkbookAnswer
  try {
    answer = (await waiting.next()).value
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    answer = { unreadable: error.message }
  }
  parentPort?.postMessage(answer)
})
