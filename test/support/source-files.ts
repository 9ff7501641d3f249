import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Import = {
  /** From the project's root: 'src/domain/money.ts'. A package or a part of Node by its own name: 'node:fs', 'kysely'. */
  readonly of: string
  /** Erased before the program runs, so that it cannot be part of a circle. */
  readonly typeOnly: boolean
}

/** The program's files from the project's root, without its tests and what only they use. */
export const sourceFiles = (pattern = 'src/**/*.ts'): string[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('/testing/'))
    .sort()

export const shippedDataFiles = (): string[] => globSync('data/**/*.csv', { cwd: root }).sort()

export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const statement =
  /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

/** What a file imports, read from its text: the style of the code is one import a statement, in single quotes. */
export function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(statement)].map(([, typeOnly, from, bare, dynamic]) => ({
    of: resolved(file, from ?? bare ?? dynamic ?? ''),
    typeOnly: typeOnly !== undefined,
  }))
}

function resolved(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name
}

/** A file and everything of ours that it needs, directly or not. */
export function withAllItNeeds(file: string): string[] {
  const found = new Set([file])
  for (const each of found) {
    for (const { of } of importsOf(each)) if (of.endsWith('.ts')) found.add(of)
  }
  return [...found].sort()
}
