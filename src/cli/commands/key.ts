import { addKey, endKey, mayHoldKey } from '../../access/api-key-commands.ts'
import { apiKeys, standingOf } from '../../access/api-keys.ts'
import { readConfig } from '../../config.ts'
import { inAuthority } from '../../db/transaction.ts'
import { parseUnit, unitText } from '../../domain/access/unit.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { type Command, textOption, UsageError } from '../command.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

const usage = 'Say what to do: key add LABEL --of UNIT --until DAY, key end NUMBER, key list.'

export const key: Command = {
  name: 'key',
  arguments: 'add LABEL, end NUMBER, or list',
  summary: 'keys by which programs send figures: make one, end it, list them',
  options: {
    of: { type: 'string', value: 'UNIT', says: 'for add: whose figures it sends, such as service:housing' },
    until: {
      type: 'string',
      value: 'DAY',
      says: 'for add: the last day on which it is good, such as 2027-03-31',
    },
    json: { type: 'boolean', says: 'for list: print one JSON document' },
  },
  run: async (given, { out, err }) => {
    const [deed = '', which = '', ...rest] = given.positionals
    if (rest.length > 0 || !['add', 'end', 'list'].includes(deed) || (deed === 'list') !== (which === ''))
      throw new UsageError(usage)
    const unit = parseUnit(textOption(given, 'of') ?? '')
    const until = readDay(textOption(given, 'until') ?? '')
    if (deed === 'add' && (unit === null || !mayHoldKey(unit)))
      throw new UsageError(
        'Say whose figures it sends with --of: council, or directorate:CODE, service:CODE or portfolio:CODE.',
      )
    if (deed === 'add' && until === null)
      throw new UsageError('Say its last day with --until, such as 2027-03-31.')
    if (deed === 'end' && !/^\d+$/.test(which))
      throw new UsageError('Name the key to end by its number: key list.')
    const config = readConfig()
    return withDatabase(config, async (database) => {
      const { db } = database
      const actor = operator(await chosenAuthority(database, config.authority))
      if (deed === 'add' && unit !== null && mayHoldKey(unit) && until !== null) {
        err(`The key of ‘${which}’, shown this once:`)
        out(await addKey(db, actor, { label: which, unit, until }))
        return 0
      }
      if (deed === 'end') {
        await endKey(db, actor, { id: Number(which) })
        err(`Key ${which} is ended.`)
        return 0
      }
      const today = todayOf({ now: () => new Date() })
      const keys = (await inAuthority(db, actor.authorityId, apiKeys)).map((each) => ({
        number: each.id,
        label: each.label,
        of: unitText(each.unit),
        until: each.until,
        state: standingOf(each, today),
        lastUsed: each.lastUsed,
      }))
      if (given.options.json === true) out(JSON.stringify({ keys }, null, 2))
      else
        for (const each of keys)
          out(
            Object.values(each)
              .map((part) => part ?? 'never')
              .join('\t'),
          )
      return 0
    })
  },
}
