import type { Pence } from '../../domain/money.ts'
import type { Problem } from '../../web/form.ts'
import { readMillions } from '../read-amount.ts'

export const LONGEST = 2000

/** What was typed into a form on money: each reading adds what is wrong to `problems`. */
export function typedReader(body: URLSearchParams) {
  const problems: Problem[] = []
  const raw = (field: string): string => (body.get(field) ?? '').trim()
  const words = (field: string, problem: string): string => {
    const text = raw(field)
    if (text === '') problems.push({ field, text: problem })
    if (text.length > LONGEST) problems.push({ field, text: `Write at most ${LONGEST} characters` })
    return text
  }
  const wordsOrNull = (field: string): string | null => {
    const text = raw(field)
    if (text.length > LONGEST) problems.push({ field, text: `Write at most ${LONGEST} characters` })
    return text === '' ? null : text
  }
  /** An amount in £m, as the papers print it: '1.400', '-0.120'. */
  const millionsOrNull = (field: string): Pence | null => {
    const text = raw(field)
    if (text === '') return null
    const parsed = readMillions(text)
    if (parsed.ok) return parsed.value
    problems.push({ field, text: parsed.problem })
    return null
  }
  const millions = (field: string, problem: string): Pence => {
    const amount = millionsOrNull(field)
    if (amount === null && raw(field) === '') problems.push({ field, text: problem })
    return amount ?? 0n
  }
  return { problems, raw, words, wordsOrNull, millions, millionsOrNull }
}
