import { readConfig } from '../../config.ts'
import { removeIllustrations } from '../../demo/remove-illustrations.ts'
import { loadSefton } from '../../demo/sefton/load.ts'
import { type Command, type Terminal, UsageError } from '../command.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

export const demo: Command = {
  name: 'demo',
  arguments: 'sefton | clear',
  summary: 'load the published facts of Sefton Council, or take away what only shows the product',
  options: {},
  run: async ({ positionals }, output) => {
    switch (positionals.join(' ')) {
      case 'sefton':
        return load(output)
      case 'clear':
        return clear(output)
      default:
        throw new UsageError(
          'Say what to do: demo sefton loads it, demo clear takes away what is illustrative.',
        )
    }
  },
}

const load = ({ out, progress, progressDone }: Terminal): Promise<number> =>
  withDatabase(readConfig(), async (database) => {
    const { added, changed, unchanged } = await loadSefton(database.db, progress)
    await database.vacuum()
    await database.checkpoint()
    progressDone()
    const [a, c, u] = [added, changed, unchanged].map((count) => count.toLocaleString('en-GB'))
    out(`Sefton is loaded: ${a} rows added, ${c} changed, ${u} as they were.`)
    return 0
  })

const clear = ({ out }: Terminal): Promise<number> => {
  const config = readConfig()
  return withDatabase(config, async (database) => {
    const actor = operator(await chosenAuthority(database, config.authority))
    const removed = Object.entries(await removeIllustrations(database.db, actor))
    out(
      removed.length === 0
        ? 'Nothing illustrative is held.'
        : `Taken away: ${removed.map(([table, rows]) => `${rows} of ${table.replaceAll('_', ' ')}`).join(', ')}.`,
    )
    return 0
  })
}
