import { forecastAnswer } from '../../domain/statistics/forecast/forecast-answer.ts'
import { intervalsAnswer } from '../../domain/statistics/intervals-answer.ts'
import { spcAnswer } from '../../domain/statistics/spc-answer.ts'
import { answerLines } from '../answer-lines.ts'
import { type Command, UsageError } from '../command.ts'

const kinds: Readonly<Record<string, (input: unknown) => object>> = {
  spc: spcAnswer,
  intervals: intervalsAnswer,
  forecast: forecastAnswer,
}

export const stats: Command = {
  name: 'stats',
  arguments: Object.keys(kinds).join('|'),
  summary: 'the statistics as a filter: one JSON object a line in, one a line out, in the same order',
  options: {},
  run: async (given, { err }) => {
    const [kind = '', ...more] = given.positionals
    const answer = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    if (answer === undefined || more.length > 0) {
      const asked = kind === '' ? 'Say which statistics' : `'${given.positionals.join(' ')}' is not known`
      throw new UsageError(`${asked}: ${Object.keys(kinds).join(', ')}.`)
    }
    try {
      await answerLines(process.stdin, process.stdout, { answer })
      return 0
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      // The reader has had enough, as `head` has.
      if (code === 'EPIPE') return 0
      if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error
      err(`The lines could not be passed on: ${error instanceof Error ? error.message : code}.`)
      return 1
    }
  },
}
