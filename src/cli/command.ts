import type { ParseArgsConfig } from 'node:util'
import { parsePeriod } from '../domain/period-text.ts'

/** A wrong call: the message says what was wrong; the usage is printed after it and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export type Option = {
  readonly type: 'string' | 'boolean'
  readonly value?: string
  readonly says: string
}

export type Given = {
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** One command of the command line. `run` gives the exit code: 0 done, 1 refused or found something. */
export type Command = {
  readonly name: string
  readonly arguments: string
  readonly summary: string
  readonly options: Readonly<Record<string, Option>>
  readonly run: (given: Given, terminal: Terminal) => Promise<number>
}

/** Results go to `out`, messages to `err`; `progress` shows on a terminal and is silent in a pipe. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly progress: (says: string) => void
  readonly progressDone: () => void
}

export const parseOptions = (options: Command['options']): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(Object.entries({ ...options, help }).map(([name, { type }]) => [name, { type }]))

export const help: Option = { type: 'boolean', says: 'show this help' }

export function usageOf(command: Command): string {
  const rows = Object.entries({ ...command.options, help }).map(([name, { value, says }]) => [
    `--${name}${value ? ` ${value}` : ''}`,
    says,
  ])
  const width = Math.max(...rows.map(([flag = '']) => flag.length))
  return [
    `goldenthread ${[command.name, command.arguments].filter(Boolean).join(' ')}`,
    '',
    command.summary,
    '',
    ...rows.map(([flag = '', says]) => `  ${flag.padEnd(width)}  ${says}`),
    '',
  ].join('\n')
}

export const textOption = (given: Given, name: string): string | undefined => {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}

/** A day given as an option, as ISO; null when it is not given. */
export function dayOption(given: Given, name: string): string | null {
  const text = textOption(given, name)
  if (text === undefined) return null
  const parsed = parsePeriod(text)
  if (parsed.ok && parsed.value.granularity === 'moment') return parsed.value.start
  throw new UsageError(`--${name} '${text}' is not a day; write it as 2024-07-25.`)
}
