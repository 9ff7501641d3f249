import type { Problem } from '../web/form.ts'
import { readDay } from '../web/read-day.ts'

type Occurrence = {
  readonly plan: string
  readonly on: string | null
  readonly by: string
  readonly note: string | null
  readonly problems: Problem[]
}

/** What the forms of the four-year cycle have in common: which plan, when it happened, who did it, and a note. */
export function readOccurrence(body: URLSearchParams, today: string): Occurrence {
  const problems: Problem[] = []
  const plan = body.get('plan') ?? ''
  const on = readDay(body.get('on') ?? '')
  const by = (body.get('by') ?? '').trim()
  const note = (body.get('note') ?? '').trim()
  if (plan === '') problems.push({ field: 'plan', text: 'Choose which plan' })
  if (on === null) problems.push({ field: 'on', text: 'Enter the day, such as 14 11 2024' })
  else if (on > today)
    problems.push({ field: 'on', text: 'The day must not be to come: what is recorded has happened' })
  if (by === '' || by.length > 120)
    problems.push({ field: 'by', text: 'Enter the post or the forum, in at most 120 characters' })
  if (note.length > 2000) problems.push({ field: 'note', text: 'Enter a note of at most 2,000 characters' })
  return { plan, on, by, note: note || null, problems }
}
