import type { DueDays } from '../../domain/cycle/due-days.ts'
import { dueDaysProblem } from '../../domain/cycle/due-days.ts'
import type { Period } from '../../domain/period.ts'
import { parseQuarter } from '../../domain/period-text.ts'
import type { Problem, Read } from '../../web/form.ts'
import { readDay } from '../../web/read-day.ts'
import type { OpenCycleInput } from '../open-cycle.ts'

/** The steps of a cycle as the fields of a form, each with what it asks. */
export const dueFields = {
  entry: 'Figures and words are in by',
  confirmation: 'Managers have confirmed them by',
  signOff: 'Assistant directors have signed them off by',
  assurance: 'Performance and Business Intelligence has assured them by',
} as const satisfies Record<keyof DueDays, string>

export const dueFieldNames = Object.keys(dueFields) as readonly (keyof DueDays)[]

/** A quarter and its due days as they are typed or stand in an address. */
export function readCycle(typed: URLSearchParams): Read<OpenCycleInput> {
  const problems: Problem[] = []
  const quarter = parseQuarter(typed.get('quarter') ?? '')
  if (!quarter.ok) problems.push({ field: 'quarter', text: 'Choose the quarter that is reported on' })
  const read = (field: keyof DueDays): string => {
    const day = readDay(typed.get(field) ?? '')
    if (day === null)
      problems.push({ field, text: `Enter a day, such as 12 7 2024, for ‘${dueFields[field]}’` })
    return day ?? ''
  }
  const due = {
    entry: read('entry'),
    confirmation: read('confirmation'),
    signOff: read('signOff'),
    assurance: read('assurance'),
  }
  if (!quarter.ok || problems.length > 0) return { ok: false, problems }
  const wrong = dueDaysProblem(due, quarter.value)
  if (wrong !== null) return { ok: false, problems: [{ field: firstWrong(due, quarter.value), text: wrong }] }
  return { ok: true, input: { quarter: quarter.value, due } }
}

/** The field at which the days begin to be out of order. */
function firstWrong(due: DueDays, quarter: Period): keyof DueDays {
  if (due.entry < quarter.end) return 'entry'
  return (
    dueFieldNames.find((field, index) => {
      const before = dueFieldNames[index - 1]
      return before !== undefined && due[field] < due[before]
    }) ?? 'entry'
  )
}
