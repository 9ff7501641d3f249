import { workingDaysBetween } from '../calendar/working-days.ts'
import { addDays } from '../period.ts'
import { dayText } from '../period-text.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** 'Friday 12 July'; with its year when that is not today's. */
export function weekdayText(day: string, today: string): string {
  const date = Temporal.PlainDate.from(day)
  const text = `${weekdays[date.dayOfWeek - 1]} ${dayText(day)}`
  return day.slice(0, 4) === today.slice(0, 4) ? text.slice(0, -5) : text
}

/** How many working days have passed since a day by which something was due. */
export const workingDaysLate = (due: string, today: string): number =>
  due >= today ? 0 : workingDaysBetween(addDays(due, 1), addDays(today, 1))

export type DueWords = { readonly text: string; readonly isLate: boolean }

/** 'due Friday 12 July', 'due today', 'overdue by 3 working days'. */
export function dueWords(due: string, today: string): DueWords {
  if (due === today) return { text: 'due today', isLate: false }
  if (due > today) return { text: `due ${weekdayText(due, today)}`, isLate: false }
  const late = workingDaysLate(due, today)
  // Due on a Friday and looked at on the Saturday: no working day has passed.
  if (late === 0) return { text: `was due ${weekdayText(due, today)}`, isLate: true }
  return { text: `overdue by ${late} working ${late === 1 ? 'day' : 'days'}`, isLate: true }
}

/** 'You owe 3 answers by Friday 12 July. It takes about 2 minutes each.' Null when nothing is owed. */
export function owedWords(dues: readonly string[], today: string): string | null {
  const count = dues.length
  if (count === 0) return null
  const late = dues.filter((due) => due < today).length
  const [first, ...others] = dues.filter((due) => due >= today).toSorted()
  const by =
    first === undefined
      ? ''
      : `${others.some((due) => due !== first) ? 'the first by' : 'by'} ${weekdayText(first, today)}`
  const owe = `You owe ${count} ${count === 1 ? 'answer' : 'answers'}`
  const minutes = count === 1 ? 'It takes about 2 minutes.' : 'It takes about 2 minutes each.'
  if (late === 0) return `${owe}${by.startsWith('the') ? ',' : ''} ${by}. ${minutes}`
  if (late === count) return `${owe}, ${count === 1 ? 'and it is' : 'all of them'} overdue. ${minutes}`
  return `${owe}: ${late} overdue, ${count - late === 1 ? 'the other' : 'the others'} ${by}. ${minutes}`
}
