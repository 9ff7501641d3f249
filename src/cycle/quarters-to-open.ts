import type { Db } from '../db/database.ts'
import { addMonths, type Period, quarterContaining } from '../domain/period.ts'
import { parseQuarter, periodSlug } from '../domain/period-text.ts'
import { reportingQuarters } from '../organisation/queries.ts'
import { cyclesOf } from './cycles.ts'

/** How many quarters back a cycle can still be opened, besides those opened for reporting already. */
const QUARTERS_BACK = 8

/** The quarters that have ended by a day and have no cycle yet, latest first. */
export async function quartersToOpen(db: Db, today: string): Promise<Period[]> {
  const opened = new Set((await cyclesOf(db)).map(({ slug }) => slug))
  const current = quarterContaining(today)
  const recent = Array.from({ length: QUARTERS_BACK }, (_, back) =>
    quarterContaining(addMonths(current.start, -3 * (back + 1))),
  )
  const earlier = (await reportingQuarters(db)).flatMap((slug) => {
    const parsed = parseQuarter(slug)
    return parsed.ok ? [parsed.value] : []
  })
  const all = new Map([...recent, ...earlier].map((each) => [periodSlug(each), each]))
  return [...all.values()]
    .filter((each) => each.end <= today && !opened.has(periodSlug(each)))
    .toSorted((a, b) => (a.start < b.start ? 1 : -1))
}
