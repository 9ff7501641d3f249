import { isMonth } from '../domain/period.ts'
import { readDay } from '../web/read-day.ts'

/** A day, or a month where no more is known, as people type it: '23 5 2024', 'May 2024', '2024-05'. Null when neither. */
export function readWhen(text: string): string | null {
  const typed = text.trim()
  if (isMonth(typed)) return typed
  return readDay(typed) ?? readDay(`1 ${typed}`)?.slice(0, 7) ?? null
}
