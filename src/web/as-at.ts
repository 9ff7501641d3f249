import { NotFound } from '../access/refusals.ts'
import { dayText } from '../domain/period-text.ts'
import { addressWith } from './address.ts'
import { readDay } from './read-day.ts'

/** A page read as it stood on an earlier day: said above it, with the way back to now. */
export type AsAt = {
  readonly day: string
  readonly text: string
  readonly nowHref: string
  /** False on a page that cannot be shown so: it says that it shows what is known now. */
  readonly kept: boolean
}

const name = 'as-at'

/** The day a reader asks for with `?as-at=2024-08-01`; null when none is asked for. Throws NotFound for what is no past day. */
export function readAsAt(query: URLSearchParams, path: string, today: string): string | null {
  const typed = query.get(name)?.trim() ?? ''
  if (typed === '') return null
  const back = wayBack(path, query)
  const day = readDay(typed)
  if (day === null)
    throw new NotFound(`as-at: '${typed}' is not a day; write it as 2024-08-01 or 1 August 2024.`, back)
  if (day > today) throw new NotFound(`as-at: ${dayText(day)} is still to come.`, back)
  return day
}

const wayBack = (path: string, query: URLSearchParams) => [
  { text: 'The page as it is now', href: addressWith(path, query, { [name]: null }) },
]

/** What was not there on that day may be there now. */
export const withWayBack = (error: unknown, path: string, query: URLSearchParams): unknown =>
  error instanceof NotFound ? new NotFound(error.message, [...wayBack(path, query), ...error.meant]) : error

export const asAtOf = (day: string, path: string, query: URLSearchParams, kept: boolean): AsAt => ({
  day,
  text: dayText(day),
  nowHref: addressWith(path, query, { [name]: null }),
  kept,
})

const links = /(<a\b(?![^>]*\bdata-now\b)[^>]*?\shref=")(\/[^"#]*)?((?:#[^"]*)?")/g
const askingForms = /<form\b[^>]*\bmethod="get"[^>]*>/g

/** Makes every link and every asking form of a page keep the day, so that a reader does not come back to now unseen. */
export const keepAsAt = (html: string, day: string): string =>
  html
    .replace(links, (all, before: string, address: string | undefined, after: string) => {
      if (address === undefined) return all
      const [path = '', query = ''] = address.replaceAll('&amp;', '&').split('?')
      const kept = addressWith(path, new URLSearchParams(query), { [name]: day })
      return `${before}${kept.replaceAll('&', '&amp;')}${after}`
    })
    .replace(askingForms, (form) =>
      form.includes('data-own-day') ? form : `${form}<input type="hidden" name="${name}" value="${day}">`,
    )
