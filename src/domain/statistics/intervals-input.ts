import { type Refused, refused } from './refused.ts'
import { show } from './show-input.ts'

export type Line = Readonly<Record<string, unknown>>

/** Thrown within one line of `stats intervals` to leave at once; intervalsAnswer turns it into an error answer. */
export function stop(reason: string): never {
  throw refused(reason)
}

export function isRefused(error: unknown): error is Refused {
  return (
    typeof error === 'object' && error !== null && 'ok' in error && error.ok === false && 'reason' in error
  )
}

export function accepted<Answer extends { readonly ok: true }>(answer: Answer | Refused): Answer {
  return answer.ok ? answer : stop(answer.reason)
}

export function numberAt(line: Line, field: string): number {
  return numberOrNullAt(line, field) ?? stop(`${field} is missing; give a number`)
}

export function numberOr(line: Line, field: string, otherwise: number): number {
  return numberOrNullAt(line, field) ?? otherwise
}

export function numberOrNullAt(line: Line, field: string): number | null {
  const value = line[field] ?? null
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value
  return stop(`${field} is ${show(value)}; give a finite number`)
}

export function numbersAt(line: Line, field: string): number[] {
  return numbersOrNullsAt(line, field).map(
    (value, i) => value ?? stop(`${field} has nothing in place ${i + 1}`),
  )
}

export function numbersOrNullsAt(line: Line, field: string): (number | null)[] {
  const list = line[field]
  if (!Array.isArray(list)) return stop(`${field} must be a list of numbers`)
  return list.map((value: unknown, i) => {
    if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value
    return stop(
      `${field} has ${show(value)} in place ${i + 1}; give finite numbers, or null where one is missing`,
    )
  })
}

export function wordAt<Word extends string>(line: Line, field: string, words: readonly Word[]): Word {
  const value = line[field]
  const found = words.find((word) => word === value)
  return found ?? stop(`${field} is ${show(value)}; use ${words.join(', ')}`)
}

export function flagAt(line: Line, field: string, otherwise: boolean): boolean {
  const value = line[field] ?? otherwise
  return typeof value === 'boolean' ? value : stop(`${field} is ${show(value)}; use true or false`)
}

/** Lists that describe the same rows must be as long as each other. */
export function sameLength(lists: Readonly<Record<string, readonly unknown[]>>): number {
  const [first, ...others] = Object.entries(lists)
  if (first === undefined) return 0
  for (const [name, list] of others) {
    if (list.length !== first[1].length)
      stop(`${first[0]} has ${first[1].length} places but ${name} has ${list.length}`)
  }
  return first[1].length
}
