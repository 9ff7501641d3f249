import { readPounds } from '../domain/finance/capital-changes.ts'
import { parseRate, type Rate } from '../domain/finance/rate.ts'
import type { Pence } from '../domain/money.ts'
import type { Parsed } from '../domain/period.ts'
import type { Problem } from '../web/form.ts'
import { readMillions } from './read-amount.ts'

export type TypedReader = ReturnType<typeof typedReader>

/** What was typed into a form on money: each reading adds what is wrong to `problems`. */
export function typedReader(body: URLSearchParams, longest = 2000) {
  const problems: Problem[] = []
  const raw = (field: string): string => (body.get(field) ?? '').trim()
  const wordsOrNull = (field: string): string | null => {
    const text = raw(field)
    if (text.length > longest) problems.push({ field, text: `Write at most ${longest} characters` })
    return text === '' ? null : text
  }
  const words = (field: string, problem: string): string => {
    const text = wordsOrNull(field)
    if (text === null) problems.push({ field, text: problem })
    return text ?? ''
  }
  const readOrNull = <T>(field: string, read: (text: string) => Parsed<T>): T | null => {
    if (raw(field) === '') return null
    const parsed = read(raw(field))
    if (parsed.ok) return parsed.value
    problems.push({ field, text: parsed.problem })
    return null
  }
  /** An amount in £m, as the papers print it: '1.400', '-0.120'. */
  const millionsOrNull = (field: string): Pence | null => readOrNull(field, readMillions)
  /** An amount that must be there; null with the problem where it is not, or cannot be read. */
  const millionsNeeded = (field: string, problem: string): Pence | null => {
    if (raw(field) === '') problems.push({ field, text: problem })
    return millionsOrNull(field)
  }
  const millions = (field: string, problem: string): Pence => millionsNeeded(field, problem) ?? 0n
  /** An amount in pounds: '450,000'. `nought` is what is said of nought, where it may not be that. */
  const pounds = (field: string, nought: string | null = null): Pence => {
    const parsed = readPounds(raw(field))
    if (!parsed.ok) problems.push({ field, text: parsed.problem })
    else if (parsed.value === 0n && nought !== null) problems.push({ field, text: nought })
    return parsed.ok ? parsed.value : 0n
  }
  const rateOrNull = (field: string): Rate | null => readOrNull(field, parseRate)
  return { problems, raw, words, wordsOrNull, millions, millionsNeeded, millionsOrNull, pounds, rateOrNull }
}
