import type { Unit } from '../access/unit.ts'
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.ts'
import type { MessageChoice } from './choice.ts'
import { isLongLate, reminderDays, reminderStage } from './reminder-stage.ts'
import type { Turn } from './turn.ts'
import { type Holder, whoseTurn } from './whose-turn.ts'

/** Something that waits for somebody. */
export type Owed = {
  /** The same as long as it waits for the same people, and another when it has been sent back. */
  readonly key: string
  readonly title: string
  readonly href: string
  readonly turn: Turn
  readonly due: string
  /** The unit that answers for it and those above it, nearest first. */
  readonly chain: readonly Unit[]
}

export type Recipient = Holder & { readonly choice: MessageChoice }

/** What one person is to be told on one day. */
export type Reminder = {
  readonly accountId: number
  /** Everything they owe, the longest due first. */
  readonly own: readonly Owed[]
  /** What is long late with those they manage. */
  readonly beneath: readonly Owed[]
  /** What this tells, so that it is not told again. */
  readonly topics: readonly string[]
}

/**
 * Who is reminded of what on a day: at most one reminder a person, on working days only, and only when there is something that
 * has not been told. `told` are the topics of earlier reminders, each after the account's number and a space.
 */
export function remindersDue(
  today: string,
  owed: readonly Owed[],
  people: readonly Recipient[],
  told: ReadonlySet<string>,
): Reminder[] {
  if (!isWorkingDay(today)) return []
  const turn = owed
    .toSorted((a, b) => a.due.localeCompare(b.due))
    .map((each) => ({ each, ...whoseTurn(each.turn, each.chain, people, today) }))
  return people.flatMap(({ accountId, choice }) => {
    const isNew = (topic: string) => !told.has(`${accountId} ${topic}`)
    const own = turn.filter(({ doers }) => doers.includes(accountId)).map(({ each }) => each)
    const late = turn.filter(
      ({ managers, each }) => managers.includes(accountId) && isLongLate(today, each.due),
    )
    const beneath = late.map(({ each }) => each)
    const ownPart = ownPartOf(choice, today, own, isNew)
    const escalated = beneath
      .filter(({ due }) => reminderStage(today, due) === 'long-late')
      .map(({ key }) => `${key} escalated`)
      .filter(isNew)
    const topics = [...ownPart.topics, ...escalated]
    if (topics.length === 0) return []
    return [{ accountId, own: ownPart.own, beneath, topics }]
  })
}

/** What somebody is told of their own, as they chose; nothing when there is nothing new in it. */
function ownPartOf(
  choice: MessageChoice,
  today: string,
  own: readonly Owed[],
  isNew: (topic: string) => boolean,
): { own: readonly Owed[]; topics: readonly string[] } {
  const nothing = { own: [], topics: [] }
  switch (choice) {
    case 'all': {
      const topics = own.flatMap(({ key, due }) => {
        const stage = reminderStage(today, due)
        return stage === null ? [] : [`${key} ${stage}`]
      })
      const fresh = topics.filter(isNew)
      return fresh.length === 0 ? nothing : { own, topics: fresh }
    }
    case 'weekly': {
      const until = addWorkingDays(today, reminderDays.before)
      const near = own.filter(({ due }) => due <= until)
      const week = `week ${mondayOf(today)}`
      return near.length === 0 || !isNew(week) ? nothing : { own: near, topics: [week] }
    }
    case 'escalations':
      return nothing
    default:
      return choice satisfies never
  }
}

function mondayOf(today: string): string {
  const day = Temporal.PlainDate.from(today)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
