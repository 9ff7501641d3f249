import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type FileImport, importFile } from '#src/measures/import/import-file.ts'
import type { Ending } from './database.ts'
import { smallCouncil } from './small-council.ts'

export type ImportingCouncil = Awaited<ReturnType<typeof importingCouncil>>

/** A council to which files of figures are brought. */
export async function importingCouncil(t: Ending) {
  const council = await smallCouncil(t)
  const folder = await mkdtemp(path.join(tmpdir(), 'import-file-'))
  t.after(() => rm(folder, { recursive: true }))
  let files = 0
  const bring = async (contents: string | Uint8Array, how: Partial<FileImport> = {}) => {
    files += 1
    const file = path.join(folder, `figures-${files}`)
    await writeFile(file, contents)
    return importFile(council.database.db, council.keeper, {
      path: file,
      file: 'figures',
      reason: null,
      dryRun: false,
      acceptWarnings: false,
      source: null,
      mapping: {},
      ...how,
    })
  }
  const held = () =>
    council.reading(async (db) => {
      const rows = await db
        .selectFrom('observation')
        .select(['area_code', 'period_start', 'value', 'status'])
        .orderBy('area_code')
        .orderBy('period_start')
        .orderBy('revision')
        .execute()
      return rows.map(
        ({ area_code, period_start, value, status }) => `${area_code} ${period_start} ${value ?? status}`,
      )
    })
  return { ...council, bring, held }
}

export const header = 'measure_code,area_code,period,value'
export const row = (value: string, period = '2023/24') => `recycling,E08000001,${period},${value}`
export const csv = (...rows: string[]) => [header, ...rows].join('\n')
export const messages = ({ problems }: { problems: readonly { message: string }[] }) =>
  problems.map(({ message }) => message).join(' ')
