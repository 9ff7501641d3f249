import { type ImportProblem, keyOf } from '../../domain/import/incoming.ts'
import type { KnownCodes } from '../../domain/import/known-codes.ts'
import { eachOf } from './each-of.ts'
import type { ImplausibleFigure } from './implausible-figures.ts'
import type { FigureSource } from './import-input.ts'
import { givenTwice } from './row-problems.ts'

/** A figure that an earlier batch of the same file gave too. */
export type Repeated = { readonly row: number; readonly series: string }

/** Figures stored by an earlier batch of the same file: reading it again finds the row that gave each first. */
export async function tellRepeated(
  repeated: ReadonlyMap<string, readonly Repeated[]>,
  source: FigureSource,
  known: KnownCodes,
  refuse: (problem: ImportProblem) => void,
): Promise<void> {
  const first = new Map<string, string>()
  for await (const { key, row } of eachOf(new Set(repeated.keys()), source, known))
    first.set(key, `row ${row}`)
  for (const [key, all] of repeated)
    for (const each of all) refuse(givenTwice(each, first.get(key) ?? 'an earlier row'))
}

/** Adds the row of the file to each figure that does not look like its neighbours. */
export async function warnOf(
  found: AsyncIterable<ImplausibleFigure>,
  source: FigureSource,
  known: KnownCodes,
  warn: (warning: ImportProblem) => void,
  most: number,
): Promise<void> {
  const wanted = new Map<string, string>()
  for await (const figure of found) {
    if (wanted.size < most) wanted.set(keyOf(figure), figure.message)
  }
  for await (const { key, row, column, value } of eachOf(new Set(wanted.keys()), source, known))
    warn({ row, column, value: value ?? '', message: wanted.get(key) ?? '' })
}
