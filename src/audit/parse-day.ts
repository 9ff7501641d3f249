import type { Parsed } from '../domain/period.ts'

/** A day as year-month-day, within the years that a database can compare. */
export function parseDay(name: string, text: string): Parsed<string> {
  const problem = `${name}: '${text}' is not a day; write it as year-month-day, for example 2025-04-30`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ok: false, problem }
  try {
    return { ok: true, value: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() }
  } catch {
    return { ok: false, problem }
  }
}
