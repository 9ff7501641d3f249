import type { CellHabits } from './cell-value.ts'
import { type RowReader, rowReader } from './figure-row.ts'
import type {
  ImportProblem,
  IncomingObservation,
  ReadObservations,
  SheetRow,
  Understood,
} from './incoming.ts'
import { type Layout, type LayoutSettings, recogniseLayout, rowsLookedAt } from './layout.ts'
import { noteTaker } from './understood.ts'

export type TableSettings = LayoutSettings &
  CellHabits & {
    /** The sheet to read; null for the first that is a table of figures. */ readonly sheet: string | null
  }

/** What was recognised of a file's table, for people to check. */
export type TableFound = {
  readonly sheet: string
  readonly kind: Layout['kind']
  readonly headerRow: number
  readonly columns: Readonly<Record<string, string>>
}

export type TableReader = {
  readonly take: (rows: readonly SheetRow[]) => ReadObservations
  /** To be called after the last row: a short sheet is only then known to have been seen whole. */
  readonly end: () => ReadObservations
  readonly understood: () => readonly Understood[]
  readonly found: () => TableFound | null
}

/** Reads figures from the rows of a file as they come, whatever the layout of the table, and keeps no more than its top. */
export function tableReader(settings: TableSettings): TableReader {
  const notes = noteTaker()
  let sheet: string | null = null
  let top: SheetRow[] = []
  let read: RowReader | null = null
  let found: TableFound | null = null
  let refused: ImportProblem | null = null
  let ignoring = false

  const rowsInto = (
    rows: readonly SheetRow[],
    observations: IncomingObservation[],
    problems: ImportProblem[],
  ) => {
    for (const row of rows) {
      if (isBlank(row)) continue
      if (isNote(row)) {
        notes.say({
          row: row.row,
          column: '',
          value: row.cells.join('').slice(0, 80),
          message: 'A row with a single cell was taken for a note, and left out.',
        })
        continue
      }
      const figures = read?.(row)
      if (!figures) continue
      for (const each of figures.observations) observations.push(each)
      for (const each of figures.problems) problems.push(each)
    }
  }
  // A figure has a series or area, a period and a value: a row with one filled cell is a footnote, or the title of a part.
  const isNote = ({ cells }: SheetRow): boolean => {
    const filled = cells.filter((cell) => cell.trim() !== '')
    return (
      filled.length === 1 &&
      (found?.kind === 'wide' || Object.keys(found?.columns ?? {}).length >= 3) &&
      /[a-z]{3}.* /i.test(filled[0] ?? '')
    )
  }

  const recognise = (observations: IncomingObservation[], problems: ImportProblem[]): void => {
    const rows = top
    top = []
    if (rows.length === 0) return
    const recognised = recogniseLayout(rows, settings)
    if (found) {
      if (recognised.ok)
        notes.say({
          row: recognised.layout.headerRow,
          column: '',
          value: sheet ?? '',
          message: `The sheet '${sheet}' looks like figures too and was not read: name that sheet to read it (--sheet on the command line).`,
        })
      ignoring = true
      return
    }
    if (!recognised.ok) {
      refused ??= recognised.problem
      ignoring = true
      return
    }
    const { layout } = recognised
    read = rowReader(layout, { ...settings, notes })
    found = { sheet: sheet ?? '', kind: layout.kind, headerRow: layout.headerRow, columns: columnsOf(layout) }
    rowsInto(rows.slice(layout.rowsBefore), observations, problems)
  }

  const take = (rows: readonly SheetRow[]): ReadObservations => {
    const observations: IncomingObservation[] = []
    const problems: ImportProblem[] = []
    let from = 0
    while (from < rows.length) {
      const name = rows[from]?.sheet ?? ''
      if (name !== sheet) {
        recognise(observations, problems)
        sheet = name
        read = null
        ignoring = settings.sheet !== null && settings.sheet.toLowerCase() !== name.toLowerCase()
      }
      const to = endOfSheet(rows, from)
      if (read)
        rowsInto(from === 0 && to === rows.length ? rows : rows.slice(from, to), observations, problems)
      else if (!ignoring) {
        const room = rowsLookedAt - top.length
        const some = rows.slice(from, to)
        const filled = some.filter((row) => !isBlank(row))
        if (filled.length < room) top.push(...filled)
        else {
          top.push(...filled.slice(0, room))
          recognise(observations, problems)
          if (read) rowsInto(filled.slice(room), observations, problems)
        }
      }
      from = to
    }
    return { observations, problems }
  }

  const end = (): ReadObservations => {
    const observations: IncomingObservation[] = []
    const problems: ImportProblem[] = []
    recognise(observations, problems)
    if (!found) problems.push(refused ?? nothingThere(settings))
    return { observations, problems }
  }
  return { take, end, understood: notes.all, found: () => found }
}

const isBlank = ({ cells }: SheetRow): boolean => {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}

function endOfSheet(rows: readonly SheetRow[], from: number): number {
  const name = rows[from]?.sheet
  if (rows.at(-1)?.sheet === name) return rows.length
  let to = from
  while (to < rows.length && rows[to]?.sheet === name) to++
  return to
}

function columnsOf({ plain, labels, data }: Layout): Record<string, string> {
  const named = [...plain].map(([column, index]) => [column, labels[index] ?? ''] as const)
  const across = data.map(({ label }) => label)
  return Object.fromEntries(
    across.length > 0 ? [...named, ['across the top', across.join('; ').slice(0, 500)]] : named,
  )
}

function nothingThere(settings: TableSettings): ImportProblem {
  const recognised = recogniseLayout([], settings)
  const problem = recognised.ok ? null : recognised.problem
  return settings.sheet === null || problem === null
    ? (problem ?? { row: 1, column: '', value: '', message: 'The file is empty.' })
    : {
        row: 1,
        column: '',
        value: settings.sheet,
        message: `There is no sheet '${settings.sheet}' with figures in the file. Check its name.`,
      }
}
