import { randomUUID } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Conflict } from '../../access/refusals.ts'
import type { Report } from '../../domain/report/blocks.ts'
import type { DrawChart } from './html-blocks.ts'
import { makeFolder } from './make-folder.ts'
import { json, parseFormats, renderFiles } from './report-files.ts'
import { fileEntry, type ReportFile, reportManifest } from './report-manifest.ts'

export type WriteOptions = {
  /** Holds this report and nothing else: new, empty, or left by an earlier report, which it replaces. */
  readonly folder: string
  readonly formats: readonly string[]
  readonly drawChart: DrawChart
  /** When the report was made, as an ISO instant. */
  readonly madeAt: string
}

const manifestName = 'manifest.json'

/** Everything is drawn and written beside the folder first, so that a reader finds a whole report or none. */
export const writeReport = async (
  report: Report,
  { folder, formats, drawChart, madeAt }: WriteOptions,
): Promise<readonly ReportFile[]> => {
  const wanted = parseFormats(formats)
  if (!wanted.ok) throw new Error(wanted.problem)
  const target = resolve(folder)
  await refuseForeignFolder(target)
  const rendered = await renderFiles(report, wanted.formats, { drawChart })
  const files = rendered.map(({ name, format, content }) => fileEntry(name, format, content))
  const draft = join(dirname(target), `.${basename(target)}-${randomUUID()}`)
  try {
    await makeFolder(draft)
    for (const { name, content } of rendered) await writeFile(join(draft, name), content)
    await writeFile(join(draft, manifestName), json(reportManifest(report, files, madeAt)))
    await moveIntoPlace(draft, target)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return files
}

/** The earlier report steps aside by a rename and is only then removed. */
const moveIntoPlace = async (draft: string, target: string): Promise<void> => {
  const aside = `${draft}-before`
  const hadEarlier = await rename(target, aside).then(
    () => true,
    (error) => {
      if (isMissing(error)) return false
      throw error
    },
  )
  try {
    await rename(draft, target)
  } catch (error) {
    if (hadEarlier) await rename(aside, target)
    throw error
  }
  if (hadEarlier) await rm(aside, { recursive: true, force: true })
}

/** A folder is replaced as a whole, so one with anything else in it is left alone. */
const refuseForeignFolder = async (target: string): Promise<void> => {
  const present = await readdir(target).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
  if (present.length === 0) return
  const known = new Set([manifestName, ...(await filesOfManifest(join(target, manifestName)))])
  const foreign = present.find((name) => !known.has(name))
  if (foreign !== undefined)
    throw new Conflict(
      `The folder ${target} holds ‘${foreign}’, which no earlier report wrote. Name a new or an empty folder.`,
    )
}

const filesOfManifest = async (path: string): Promise<readonly string[]> => {
  try {
    const { files } = JSON.parse(await readFile(path, 'utf8'))
    return Array.isArray(files) ? files.map((file) => String(file?.name)) : []
  } catch {
    // No manifest, or one that is not ours: then nothing here is known to be an earlier report.
    return []
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
