import { type Command, UsageError } from '../command.ts'

export const report: Command = {
  name: 'report',
  arguments: 'cpor --period 2024-25-q1 --out DIR',
  summary: 'make a report',
  options: {},
  run: async () => {
    throw new UsageError('soon')
  },
}
