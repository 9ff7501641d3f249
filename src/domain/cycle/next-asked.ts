import { type Period, quarterContaining, shiftPeriod } from '../period.ts'
import { dueDays } from './due-days.ts'

export type NextAsked = { readonly quarter: Period; readonly due: string }

/** The next quarter for which answers will be asked, and the day by which a cycle proposes them; `latest` is the last opened. */
export function nextAsked(latest: Period | null, today: string): NextAsked {
  const current = quarterContaining(today)
  const following = latest === null ? current : shiftPeriod(latest, 1)
  const quarter = following.end > current.end ? following : current
  return { quarter, due: dueDays(quarter).entry }
}
