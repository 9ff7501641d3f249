import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readConfig } from '../../config.ts'
import { type ImportResult, importObservations } from '../../measures/import.ts'
import { readObservations } from '../../measures/read-observations.ts'
import { type Command, textOption, UsageError } from '../command.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

export const importCommand: Command = {
  name: 'import',
  arguments: 'observations FILE.csv',
  summary: 'store figures from a file, all of them or none',
  options: {
    'dry-run': { type: 'boolean', says: 'say what would change, and change nothing' },
    reason: { type: 'string', value: 'TEXT', says: 'why figures already held are revised' },
    json: { type: 'boolean', says: 'print the result as one JSON document' },
  },
  run: async (given, { out, err, progress, progressDone }) => {
    const [kind, file, ...more] = given.positionals
    if (kind !== 'observations')
      throw new UsageError(`'${kind ?? ''}' is not a kind of file that can be imported. Known: observations.`)
    if (file === undefined || more.length > 0) throw new UsageError('Name one file to import.')
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`,
      )
    })
    const read = readObservations(text)
    const config = readConfig()
    const dryRun = given.options['dry-run'] === true
    const result = await withDatabase(config, async (database) => {
      const actor = operator(await chosenAuthority(database, config.authority))
      const input = {
        ...read,
        file: path.basename(file),
        reason: textOption(given, 'reason') ?? null,
        dryRun,
      }
      return importObservations(database.db, actor, {
        ...input,
        progress: (done, of) =>
          progress(`${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} rows`),
      })
    })
    progressDone()
    if (given.options.json === true) out(JSON.stringify(result, null, 2))
    else say(result, dryRun, out, err)
    return result.problems.length === 0 ? 0 : 1
  },
}

const shownProblems = 20

function say(
  result: ImportResult,
  dryRun: boolean,
  out: (text: string) => void,
  err: (text: string) => void,
): void {
  const { accepted, revised, unchanged, problems, file } = result
  for (const { row, column, message } of problems.slice(0, shownProblems))
    err(`${file}, row ${row}${column ? `, ${column}` : ''}: ${message}`)
  if (problems.length > shownProblems)
    err(`... and ${problems.length - shownProblems} more problems (--json lists them all).`)
  if (problems.length > 0) {
    err('Nothing was stored.')
    return
  }
  const count = (n: number) => n.toLocaleString('en-GB')
  out(
    `${dryRun ? 'Would store' : 'Stored'} ${count(accepted)} new figures and ${count(revised)} revisions; ${count(unchanged)} were held already.`,
  )
}
