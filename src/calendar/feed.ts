import { roles } from '../domain/access/roles.ts'
import { type DatedItem, dueDay } from '../domain/calendar/dated-item.ts'
import { addDays } from '../domain/period.ts'
import { type FeedEvent, iCalendar } from './icalendar.ts'
import { aboutWords, whenWords, whoWords } from './item-words.ts'

type Feed = {
  readonly items: readonly DatedItem[]
  readonly authority: { readonly shortName: string; readonly slug: string }
  /** Whose dates, in words; null when they are everybody's. */
  readonly whose: string | null
  /** Where the service is reached; null when that was not said, and then nothing is linked to. */
  readonly publicUrl: string | null
}

/** Dates as a calendar that other programs show. */
export const feedText = ({ items, authority, whose, publicUrl }: Feed): string =>
  iCalendar({
    name: `${authority.shortName}: planning and performance${whose === null ? '' : `, ${whose}`}`,
    events: items.map((item) => feedEvent(item, authority.slug, publicUrl)),
  })

/**
 * A week, a month or a quarter as one bar across a calendar would bury everything else in it, so what is due some time
 * in a period is shown on the last working day for it.
 */
function feedEvent(item: DatedItem, slug: string, publicUrl: string | null): FeedEvent {
  const about = aboutWords(item.about)
  const day = dueDay(item)
  const isDay = item.when.granularity === 'moment'
  return {
    // The same date keeps its name however often it is asked for and moved, or subscribers would have it twice.
    uid: `${item.key}@${slug}.golden-thread.invalid`,
    sequence: item.revision,
    changedAt: item.changedAt,
    start: day,
    end: addDays(day, 1),
    summary: about === null ? item.title : `${item.title} (${about})`,
    description: [
      isDay ? null : `Due: ${whenWords(item)} (shown on its last working day)`,
      whoWords(item),
      item.detail,
      item.note,
      item.illustrative ? 'Illustrative: recorded to show the product.' : null,
      item.source === null ? null : `Source: ${item.source}`,
    ]
      .filter((words) => words)
      .join('\n'),
    categories: item.roles.map((each) => roles[each]),
    url: item.href === null || publicUrl === null ? null : new URL(item.href, publicUrl).href,
  }
}
