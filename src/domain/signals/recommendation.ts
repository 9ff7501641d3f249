import { type Person, samePerson } from '../access/same-person.ts'

export const responses = {
  accepted: { text: 'Accepted', tone: 'good' },
  'partly-accepted': { text: 'Accepted in part', tone: 'close' },
  'not-accepted': { text: 'Not accepted', tone: 'neutral' },
} as const
export type Response = keyof typeof responses

export const progressWords = {
  'under-way': { text: 'Under way', tone: 'neutral' },
  done: { text: 'Done', tone: 'good' },
  stopped: { text: 'Stopped', tone: 'close' },
} as const
export type Progress = keyof typeof progressWords

const none = { text: 'Waits for a response', tone: 'close' } as const
const overdue = { text: 'Overdue', tone: 'bad' } as const

/** Where a recommendation stands, in one word with its tone. */
export function recommendationStanding(
  response: { readonly response: Response; readonly byWhen: string | null } | null,
  progress: Progress | null,
  today: string,
) {
  if (response === null) return none
  if (response.response === 'not-accepted' || progress === 'done' || progress === 'stopped')
    return progress === null ? responses[response.response] : progressWords[progress]
  if (response.byWhen !== null && response.byWhen < today) return overdue
  return progress === null ? responses[response.response] : progressWords[progress]
}

/** Why somebody may not respond to a recommendation; null when they may. */
export const whyNotRespond = (person: Person, maker: Person): string | null =>
  samePerson(person, maker)
    ? 'You made this recommendation yourself. Somebody else of the executive has to respond to it.'
    : null
