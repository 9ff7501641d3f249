import { parseArgs } from 'node:util'
import { isRefusal } from '../access/refusals.ts'
import { StartError } from '../db/start-error.ts'
import { type Command, parseOptions, UsageError, usageOf } from './command.ts'
import { stats } from './commands/stats.ts'
import { terminal } from './terminal.ts'

// The filter stands in pipelines, where it must start fast; the others bring the database and the pages with them.
const commandsFor = async (name: string | undefined): Promise<readonly Command[]> =>
  name === stats.name ? [stats] : (await import('./commands/index.ts')).commands

const overview = (commands: readonly Command[]): string =>
  [
    'goldenthread: the planning and performance system of a council',
    '',
    'Usage: goldenthread COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '',
    'goldenthread COMMAND --help tells more. Exit codes: 0 done, 1 refused or found something, 2 wrong usage.',
  ].join('\n')

async function main(args: readonly string[]): Promise<number> {
  const screen = terminal()
  const [name, ...rest] = args
  const commands = await commandsFor(name)
  if (name === undefined || name === '--help' || name === 'help') {
    screen.out(overview(commands))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    screen.err(`There is no command '${name}'.\n\n${overview(commands)}`)
    return 2
  }
  try {
    const { values, positionals } = parsed(command, rest)
    if (values.help === true) {
      screen.out(usageOf(command))
      return 0
    }
    return await command.run({ options: values, positionals }, screen)
  } catch (error) {
    screen.progressDone()
    if (error instanceof UsageError) {
      screen.err(`${error.message}\n\n${usageOf(command)}`)
      return 2
    }
    if (error instanceof StartError || isRefusal(error)) {
      screen.err(error.message)
      return 1
    }
    throw error
  }
}

function parsed(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: parseOptions(command.options),
      allowPositionals: true,
      strict: true,
    })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

process.exitCode = await main(process.argv.slice(2))
