import type { Period } from '../domain/period.ts'
import { shiftPeriod } from '../domain/period.ts'
import { periodSlug, periodText, quarterText } from '../domain/period-text.ts'
import { addressWith } from '../web/address.ts'
import type { PeriodLinks } from '../web/layout.ts'

const offered = 5

/** The quarter a page shows and the ones before it, each as a link that keeps the rest of the address. */
export function quarterLinks(
  quarter: Period,
  latest: Period,
  path: string,
  query: URLSearchParams,
): PeriodLinks {
  const choices = Array.from({ length: offered }, (_, back) => shiftPeriod(latest, -back))
  return {
    label: 'Quarter',
    current: quarterText(quarter),
    choices: choices.map((choice) => ({
      text: periodText(choice),
      href: addressWith(path, query, { period: choice.start === latest.start ? null : periodSlug(choice) }),
    })),
  }
}
