import { readConfig } from '../../config.ts'
import { loadSefton } from '../../demo/sefton/load.ts'
import { type Command, UsageError } from '../command.ts'
import { withDatabase } from '../with-database.ts'

export const demo: Command = {
  name: 'demo',
  arguments: 'sefton',
  summary: 'load the published facts of Sefton Council; loading again changes nothing',
  options: {},
  run: async ({ positionals }, { out, progress, progressDone }) => {
    if (positionals.join(' ') !== 'sefton')
      throw new UsageError('The demonstration that can be loaded is: sefton.')
    return withDatabase(readConfig(), async (database) => {
      const { added, changed, unchanged } = await loadSefton(database.db, progress)
      await database.vacuum()
      await database.checkpoint()
      progressDone()
      const [a, c, u] = [added, changed, unchanged].map((count) => count.toLocaleString('en-GB'))
      out(`Sefton is loaded: ${a} rows added, ${c} changed, ${u} as they were.`)
      return 0
    })
  },
}
