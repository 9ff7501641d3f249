import path from 'node:path'
import { Conflict } from '../../access/refusals.ts'
import { readConfig } from '../../config.ts'
import { StartError } from '../../db/start-error.ts'
import { parsePeriod, periodSlug } from '../../domain/period-text.ts'
import { isReportKind, makeReport, reportKinds } from '../../reports/make-report.ts'
import { parseFormats } from '../../reports/render/report-files.ts'
import { writeReport } from '../../reports/render/write-report.ts'
import { drawChart } from '../../web/charts/draw-chart.ts'
import { type Command, dayOption, textOption, UsageError } from '../command.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

export const report: Command = {
  name: 'report',
  arguments: 'KIND --period 2024-25-q1 --out DIR',
  summary: `make a report (${Object.keys(reportKinds).join(', ')}) and its manifest of figures`,
  options: {
    period: {
      type: 'string',
      value: 'PERIOD',
      says: 'what to report on: a quarter such as 2024-25-q1, or a month such as 2024-06',
    },
    'as-at': {
      type: 'string',
      value: 'DATE',
      says: 'only what had been recorded by the end of this day, such as 2024-07-25',
    },
    out: { type: 'string', value: 'DIR', says: 'folder to write into; made when it is not there' },
    formats: { type: 'string', value: 'LIST', says: 'which files, with commas between (default html,docx)' },
  },
  run: async (given, { out, progress, progressDone }) => {
    const [kind = '', ...more] = given.positionals
    if (!isReportKind(kind) || more.length > 0)
      throw new UsageError(
        `'${given.positionals.join(' ')}' is not a kind of report. Known: ${Object.keys(reportKinds).join(', ')}.`,
      )
    const period = textOption(given, 'period')
    const folder = textOption(given, 'out')
    if (period === undefined || folder === undefined)
      throw new UsageError('Give the period with --period and the folder with --out.')
    const parsed = parsePeriod(period)
    if (!parsed.ok) throw new UsageError(`--period: ${parsed.problem}.`)
    const knownBy = dayOption(given, 'as-at')
    const formats = parseFormats((textOption(given, 'formats') ?? 'html,docx').split(','))
    if (!formats.ok) throw new UsageError(`--formats: ${formats.problem}`)
    const config = readConfig()
    progress('Gathering the facts')
    const made = await withDatabase(config, async (database) => {
      const actor = operator(await chosenAuthority(database, config.authority))
      return makeReport(database.db, actor, kind, periodSlug(parsed.value), knownBy)
    })
    progress('Writing the files')
    const files = await writeReport(made, {
      folder,
      formats: formats.formats,
      drawChart: (chart) => drawChart(chart),
      madeAt: new Date().toISOString(),
    }).catch((error: unknown) => {
      throw folderProblem(error, folder)
    })
    progressDone()
    for (const { name, bytes } of files)
      out(`${path.join(folder, name)}  ${bytes.toLocaleString('en-GB')} bytes`)
    return 0
  },
}

/** What the system says of a folder, as a sentence; anything else is a fault and is passed on. */
function folderProblem(error: unknown, folder: string): unknown {
  if (error instanceof Conflict || !(error instanceof Error) || !('syscall' in error)) return error
  const code = 'code' in error ? error.code : error.message
  return new StartError(
    `The report cannot be written to ${folder} (${code}). Name a new or an empty folder with --out.`,
  )
}
