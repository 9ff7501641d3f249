import { columnNames } from '../../domain/import/header-names.ts'
import type { SheetRow } from '../../domain/import/incoming.ts'
import { tableReader } from '../../domain/import/table-reader.ts'
import type { FigureSource } from '../import/import-input.ts'

/** Figures as a JSON list of objects, or `{ "figures": […] }`. Null when it is neither; row 1 is the first of the list. */
export function figuresInJson(
  text: string,
  seriesNamed: (text: string) => string | null,
  seriesOfMeasure: ReadonlyMap<string, string>,
): FigureSource | null {
  const list = listIn(text)
  if (list === null) return null
  const names = ['measure', ...Object.keys(columnNames)]
  const used = [...new Set(list.flatMap((each) => Object.keys(each)))].filter((name) => names.includes(name))
  const header = used.map((name) => (name === 'measure' ? 'series_code' : name))
  const rows: SheetRow[] = list.map((each, index) => ({
    sheet: '',
    row: index + 1,
    cells: used.map((name) => {
      const value = each[name]
      const cell = value === null || value === undefined ? '' : String(value)
      return name === 'measure' ? (seriesOfMeasure.get(cell) ?? cell) : cell
    }),
  }))
  return {
    batches: async function* () {
      const reader = tableReader({
        sheet: null,
        columns: {},
        fixed: {},
        commaIsAmbiguous: false,
        seriesNamed,
      })
      yield reader.take([{ sheet: '', row: 0, cells: header }, ...rows])
      yield reader.end()
    },
  }
}

function listIn(text: string): Record<string, unknown>[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const list = Array.isArray(parsed) ? parsed : Object(parsed).figures
    const isObject = (each: unknown) => typeof each === 'object' && each !== null && !Array.isArray(each)
    return Array.isArray(list) && list.length > 0 && list.every(isObject) ? list : null
  } catch {
    return null
  }
}
