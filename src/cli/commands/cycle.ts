import { readConfig } from '../../config.ts'
import { type CycleStatus, cycleStatus } from '../../cycle/cycle-status.ts'
import { inAuthority } from '../../db/transaction.ts'
import { dueWords, weekdayText } from '../../domain/cycle/owed-words.ts'
import { type RequestState, requestStates, stateOrder } from '../../domain/cycle/request-state.ts'
import { parseQuarter, periodSlug, periodText } from '../../domain/period-text.ts'
import { todayOf } from '../../web/site.ts'
import { type Command, textOption, UsageError } from '../command.ts'
import { chosenAuthority, withDatabase } from '../with-database.ts'

export const cycle: Command = {
  name: 'cycle',
  arguments: 'status',
  summary: 'say who owes what in a reporting cycle',
  options: {
    period: {
      type: 'string',
      value: 'QUARTER',
      says: 'the cycle of this quarter, such as 2024-25-q1 (default: the latest opened)',
    },
    json: { type: 'boolean', says: 'print one JSON document' },
  },
  run: async (given, { out }) => {
    if (given.positionals.join(' ') !== 'status')
      throw new UsageError('Say what to do with the cycle: status.')
    const config = readConfig()
    const slug = quarterOption(textOption(given, 'period'))
    const today = todayOf({ now: () => new Date() })
    const status = await withDatabase(config, async (database) => {
      const authority = await chosenAuthority(database, config.authority)
      return inAuthority(database.db, authority.id, (db) => cycleStatus(db, slug, today))
    })
    out(given.options.json === true ? jsonOf(status) : textOf(status, today))
    return 0
  },
}

function quarterOption(text: string | undefined): string | null {
  if (text === undefined) return null
  const parsed = parseQuarter(text)
  if (parsed.ok) return periodSlug(parsed.value)
  throw new UsageError(`--period: ${parsed.problem}.`)
}

function jsonOf({ cycle, counts, units }: CycleStatus): string {
  const { slug, due, lock } = cycle
  return JSON.stringify({ quarter: slug, due, locked: lock, counts, units }, null, 2)
}

function textOf({ cycle, counts, units }: CycleStatus, today: string): string {
  const { quarter, due, lock } = cycle
  const asked = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const states = stateOrder.filter((state) => counts[state] > 0)
  const lateness = lock === null ? dueWords(due.entry, today).text : `locked by ${lock.by}`
  return [
    `${periodText(quarter)}: ${asked} asked for, answers due ${weekdayText(due.entry, today)} (${lateness})`,
    ...states.map(
      (state: RequestState) => `  ${String(counts[state]).padStart(3)}  ${requestStates[state].name}`,
    ),
    ...units.flatMap(({ unit, name, owes, asked }) =>
      owes.length === 0
        ? []
        : [
            '',
            `${name} (${unit}) owes ${owes.length} of ${asked}`,
            ...owes.map(
              ({ measure, title, state }) =>
                `  ${measure}  ${title}${state === 'sent-back' ? ' (sent back)' : ''}`,
            ),
          ],
    ),
  ].join('\n')
}
