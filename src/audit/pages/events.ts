import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { ChainedEvent } from '../../domain/audit/event-link.ts'
import { addressWith } from '../../web/address.ts'
import { json, page, resource } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { eventRecord, eventsCsv } from '../export.ts'
import { type EventFilter, parseFilter } from '../filter.ts'
import { auditHead, eventCount, eventKinds, type Head, latestEvents } from '../queries.ts'
import { actorText, hashParts, momentText, roleText } from './event-words.ts'

const pageSize = 50
/** As many as a file from a page holds; the command line writes any number. */
const fileSize = 10_000

const asked = (query: URLSearchParams) => parseFilter((name) => query.get(name))

export const eventsPage = page({
  path: '/audit',
  action: 'audit.view',
  template: 'audit/pages/events.njk',
  view: async ({ db, query, path }) => {
    const { filter, problems } = asked(query)
    const total = problems.length > 0 ? 0 : await eventCount(db, filter)
    const pages = pagesOf({ total, size: pageSize, path, query })
    const facts: EventFacts = {
      filter,
      problems,
      total,
      pages,
      events: total === 0 ? [] : await latestEvents(db, filter, pages.from, pageSize),
      kinds: await eventKinds(db),
      head: await auditHead(db),
    }
    return eventsView(facts, { query, path })
  },
  title: 'Event trail',
})

type EventFacts = {
  readonly filter: EventFilter
  readonly problems: readonly string[]
  readonly total: number
  readonly pages: ReturnType<typeof pagesOf>
  readonly events: readonly ChainedEvent[]
  readonly kinds: { readonly roles: readonly string[]; readonly actions: readonly string[] }
  readonly head: Head | null
}

export function eventsView(facts: EventFacts, { query, path }: { query: URLSearchParams; path: string }) {
  const { filter, problems, total, pages, events, kinds, head } = facts
  const options = (
    any: string,
    chosen: string | null,
    values: readonly string[],
    words: (value: string) => string,
  ) => [
    { value: '', text: any, selected: chosen === null },
    ...values.map((value) => ({ value, text: words(value), selected: value === chosen })),
  ]
  const file = (ending: string) => addressWith(`${path}/events.${ending}`, query, { page: null })
  const filtered = problems.length > 0 || Object.values(filter).some((each) => each !== null)
  return {
    filters: {
      path,
      from: query.get('from') ?? '',
      to: query.get('to') ?? '',
      subject: filter.subject ?? '',
      role: options('All roles', filter.role, kinds.roles, roleText),
      action: options('All kinds', filter.action, kinds.actions, (action) => action),
      clearHref: filtered ? path : null,
    },
    problems: problems.map((problem) => `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`),
    count: total === 1 ? '1 event' : `${total.toLocaleString('en-GB')} events`,
    files:
      total === 0
        ? []
        : [
            { text: 'These events as CSV', href: file('csv') },
            { text: 'These events as JSON', href: file('json') },
          ],
    limit:
      total > fileSize
        ? `A file from this page holds the latest ${fileSize.toLocaleString('en-GB')}; the command line writes them all.`
        : null,
    rows: events.map((event) => ({
      number: event.sequence,
      href: `${path}/${event.sequence}`,
      at: momentText(event.at),
      actor: actorText(event),
      action: event.action,
      subject: event.subject,
    })),
    pages,
    head: head === null ? null : [`${head.sequence}:`, ...hashParts(head.hash)],
  }
}

export const eventsCsvFile = resource({
  path: '/audit/events.csv',
  action: 'audit.view',
  gather: ({ db, query }) => fileEvents(db, query),
  answer: ({ events }) => ({
    type: 'text/csv; charset=utf-8; header=present',
    body: eventsCsv(events),
    fileName: 'events.csv',
  }),
})

export const eventsJsonFile = resource({
  path: '/audit/events.json',
  action: 'audit.view',
  gather: ({ db, query }) => fileEvents(db, query),
  answer: ({ events, total, filter }) => json({ total, filter, events: events.map(eventRecord) }),
})

async function fileEvents(db: Db, query: URLSearchParams) {
  const { filter, problems } = asked(query)
  if (problems.length > 0) throw new NotFound(`${problems.join('; ')}.`)
  const events = await latestEvents(db, filter, 0, fileSize)
  return { filter, total: await eventCount(db, filter), events }
}
