import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

export type Environment = Readonly<Record<string, string | undefined>>
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Nothing of the machine's own settings reaches the program, so that a test means the same everywhere. */
function environmentWith(settings: Environment): Record<string, string> {
  const own = ['GOLDENTHREAD_DATA', 'GOLDENTHREAD_AUTHORITY', 'DATABASE_URL', 'PORT', 'HOST', 'NODE_ENV']
  const kept = Object.entries(process.env).filter(
    ([name]) => !own.includes(name) && !name.startsWith('NODE_TEST'),
  )
  return Object.fromEntries(
    [...kept, ...Object.entries(settings)].filter((each): each is [string, string] => each[1] !== undefined),
  )
}

/** Starts the program with these words, as a person would in a terminal, with nothing on its standard input. */
export const startProgram = (words: readonly string[], settings: Environment = {}): ChildProcess =>
  spawn(process.execPath, [main, ...words], {
    env: environmentWith(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Runs the program to its end. One that has not ended in two minutes is stopped, and its code is then null. */
export async function goldenthread(words: readonly string[], settings: Environment = {}): Promise<Ran> {
  const child = startProgram(words, settings)
  const [out, err] = [collect(child.stdout), collect(child.stderr)]
  const timer = setTimeout(() => child.kill('SIGKILL'), 120_000)
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.once('close', resolve)
  const code = await promise
  clearTimeout(timer)
  return { code, out: out(), err: err() }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (chunk: string) => {
    text += chunk
  })
  return () => text
}

/** A running server: where it answers, and how to stop it as an operator does. */
export type Serving = { readonly address: string; readonly stop: () => Promise<Ran> }

/**
 * Starts the web application on a free port, and waits until it says that it is ready. It does not outlive the test,
 * which would otherwise wait for it without end when an assertion fails.
 */
export async function startServer(
  test: { after(end: () => void): void },
  settings: Environment,
  words: readonly string[] = [],
): Promise<Serving> {
  const child = startProgram(['serve', '--port', '0', ...words], settings)
  test.after(() => void child.kill('SIGKILL'))
  const [out, err] = [collect(child.stdout), collect(child.stderr)]
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>()
  child.once('close', end)
  const { promise: ready, resolve: answer, reject } = Promise.withResolvers<string>()
  child.stdout?.on('data', () => {
    const address = /ready on (http:\S+)/.exec(out())?.[1]
    if (address) answer(address)
  })
  void ended.then(() => reject(new Error(`The server stopped before it was ready: ${err()}`)))
  const address = await ready
  const stop = async (): Promise<Ran> => {
    child.kill('SIGTERM')
    return { code: await ended, out: out(), err: err() }
  }
  return { address, stop }
}

/** A folder of one's own, removed when the test ends. */
export function temporaryFolder(test: { after(end: () => void): void }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-'))
  test.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
