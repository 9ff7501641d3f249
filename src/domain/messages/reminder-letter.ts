import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts'
import { dayText } from '../period-text.ts'
import type { Owed, Reminder } from './reminders-due.ts'
import { type Turn, turns } from './turn.ts'

export type LetterFacts = {
  readonly today: string
  readonly council: string
  /** Where people reach the service, without a stroke at its end. */
  readonly site: string
}

/** A reminder in words: short, the latest first, with what to do and how long it takes. */
export function reminderLetter(
  { own, beneath }: Pick<Reminder, 'own' | 'beneath'>,
  { today, council, site }: LetterFacts,
): { readonly subject: string; readonly body: string } {
  const parts = [
    'Hello,',
    ...(own.length > 0 ? [ownPart(own, today, site)] : []),
    ...(beneath.length > 0 ? [beneathPart(beneath, own.length > 0, today, site)] : []),
    `You are sent this by ${council}’s planning and performance service. Choose what you are sent: ${site}/account/messages`,
  ]
  return { subject: subjectOf(own, beneath, today), body: `${parts.join('\n\n')}\n` }
}

function ownPart(own: readonly Owed[], today: string, site: string): string {
  const groups = [
    ['Late', own.filter(({ due }) => lastDay(due) < today)],
    ['Due today', own.filter(({ due }) => lastDay(due) === today)],
    ['To come', own.filter(({ due }) => lastDay(due) > today)],
  ] as const
  const lists = groups
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => `${name}\n${items.map((item) => lineOf(item, today, site)).join('\n')}`)
  const kinds = (Object.keys(turns) as Turn[]).filter((turn) => own.some((item) => item.turn === turn))
  return [
    `${own.length === 1 ? 'One measure waits' : `${own.length} measures wait`} for you.`,
    ...lists,
    ...kinds.map((turn) => turns[turn].how),
    `All you owe is on one page: ${site}/my`,
  ].join('\n\n')
}

function beneathPart(beneath: readonly Owed[], also: boolean, today: string, site: string): string {
  const many = beneath.length === 1 ? 'One measure' : `${beneath.length} measures`
  return [
    `${many} that you are responsible for ${beneath.length === 1 ? 'is' : 'are'}${also ? ' also' : ''} five working days late or more. Whoever was asked has been reminded. Please see to it that it is done, or do it yourself.`,
    beneath.map((item) => lineOf(item, today, site)).join('\n'),
  ].join('\n\n')
}

const lineOf = ({ title, turn, due, href }: Owed, today: string, site: string): string =>
  `- ${title}: ${turns[turn].asks} by ${weekdayText(due)} (${awayText(due, today)})\n${site}${href}`

function subjectOf(own: readonly Owed[], beneath: readonly Owed[], today: string): string {
  const [first] = own
  if (first === undefined)
    return beneath.length === 1
      ? `A week late: ${beneath[0]?.title ?? ''}`
      : `${beneath.length} measures are a week late`
  const late = lastDay(first.due) < today
  const when = late ? `was due on ${dayText(first.due)}` : whenText(first.due, today)
  return own.length === 1
    ? `${first.title} ${when}`
    : `${own.length} measures wait for you: the first ${when}`
}

const whenText = (due: string, today: string): string =>
  lastDay(due) === today ? 'is due today' : `is due on ${dayText(due)}`

function awayText(due: string, today: string): string {
  const last = lastDay(due)
  if (last === today) return 'today'
  const days = last < today ? workingDaysBetween(last, today) : workingDaysBetween(today, last)
  const words = days === 1 ? '1 working day' : `${days} working days`
  return last < today ? `${words} ago` : `in ${words}`
}

/** A day off is no last day: the next working day is. */
const lastDay = (due: string): string => addWorkingDays(due, 0)

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const weekdayText = (day: string): string =>
  `${weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''} ${dayText(day)}`
