import { createInterface } from 'node:readline/promises'
import { readConfig } from '../../config.ts'
import { columnNames } from '../../domain/import/header-names.ts'
import { type FileImport, importFile } from '../../measures/import/import-file.ts'
import type { ImportResult } from '../../measures/import/import-input.ts'
import type { SourceMapping } from '../../measures/import/sources.ts'
import { type Given, type Terminal, textOption, UsageError } from '../command.ts'
import { importSummary } from '../import-summary.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

/** Stores figures from a file, asking on a terminal about what looks unlikely. */
export async function importObservationsFrom(
  file: string,
  given: Given,
  { out, err, progress, progressDone }: Terminal,
): Promise<number> {
  const config = readConfig()
  const json = given.options.json === true
  const dryRun = given.options['dry-run'] === true
  const input: FileImport = {
    path: file,
    reason: textOption(given, 'reason') ?? null,
    dryRun,
    acceptWarnings: given.options['accept-warnings'] === true,
    source: textOption(given, 'source')?.trim() || null,
    mapping: mappingOf(given),
    progress: (done, of) =>
      progress(`${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} figures`),
  }
  const result = await withDatabase(config, async (database) => {
    const actor = operator(await chosenAuthority(database, config.authority))
    const first = await importFile(database.db, actor, input)
    progressDone()
    const asks = !first.stored && !dryRun && first.problems.length === 0
    if (!asks || json || !process.stdin.isTTY || !process.stderr.isTTY) return first
    importSummary(first, dryRun, out, err)
    if (!(await agreed())) return first
    return importFile(database.db, actor, { ...input, acceptWarnings: true })
  })
  progressDone()
  if (json) out(JSON.stringify(result, null, 2))
  else importSummary(result, dryRun, out, err)
  return succeeded(result, dryRun) ? 0 : 1
}

const succeeded = (result: ImportResult, dryRun: boolean): boolean =>
  result.stored || (dryRun && result.problems.length === 0)

async function agreed(): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await asking.question('Store the figures all the same? [y/N] ')
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    asking.close()
  }
}

function mappingOf(given: Given): Partial<SourceMapping> {
  const [series, area, period] = ['series', 'area', 'period'].map((name) => textOption(given, name))
  const sheet = textOption(given, 'sheet')
  return {
    ...(sheet === undefined ? {} : { sheet }),
    columns: columnsIn(textOption(given, 'columns') ?? ''),
    fixed: {
      ...(series === undefined ? {} : { series }),
      ...(area === undefined ? {} : { area }),
      ...(period === undefined ? {} : { period }),
    },
  }
}

function columnsIn(list: string): SourceMapping['columns'] {
  const pairs = list.split(',').filter((pair) => pair.trim() !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...header] = pair.split('=')
      if (header.length === 0 || !Object.hasOwn(columnNames, name.trim()))
        throw new UsageError(
          `'${pair}' does not name a column. Write NAME=HEADER, where NAME is one of: ${Object.keys(columnNames).join(', ')}.`,
        )
      return [name.trim(), header.join('=').trim()]
    }),
  )
}
