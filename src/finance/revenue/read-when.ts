import { readDay } from '../../web/read-day.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A day, or a month where no more is known, as people type it: '23 5 2024', 'May 2024', '2024-05'. Null when neither. */
export function readWhen(text: string): string | null {
  const typed = text.trim().toLowerCase()
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(typed)) return typed
  const [, name = '', year] = /^([a-z]{3,9})\s+(\d{4})$/.exec(typed) ?? []
  const month = months.indexOf(name.slice(0, 3)) + 1
  if (year !== undefined && month > 0) return `${year}-${String(month).padStart(2, '0')}`
  return readDay(text)
}
