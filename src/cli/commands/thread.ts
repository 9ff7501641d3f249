import { readConfig } from '../../config.ts'
import { inAuthority } from '../../db/transaction.ts'
import { breakKinds } from '../../domain/planning/thread.ts'
import { threadBreaksOf } from '../../measures/thread-breaks.ts'
import { type Command, UsageError } from '../command.ts'
import { chosenAuthority, withDatabase } from '../with-database.ts'

export const thread: Command = {
  name: 'thread',
  arguments: 'check',
  summary: 'say where the golden thread is broken; exits 1 when it is',
  options: { json: { type: 'boolean', says: 'print one JSON document' } },
  run: async (given, { out }) => {
    if (given.positionals.join(' ') !== 'check')
      throw new UsageError('Say what to do with the thread: check.')
    const config = readConfig()
    const breaks = await withDatabase(config, async (database) => {
      const authority = await chosenAuthority(database, config.authority)
      return inAuthority(database.db, authority.id, threadBreaksOf)
    })
    if (given.options.json === true) out(JSON.stringify({ breaks }, null, 2))
    else {
      for (const [kind, found] of Map.groupBy(breaks, (each) => each.kind)) {
        out(`${breakKinds[kind]}: ${found.length}`)
        for (const each of found) out(`  ${each.code}  ${each.title}`)
      }
      if (breaks.length === 0) out('The golden thread is whole.')
    }
    return breaks.length === 0 ? 0 : 1
  },
}
