import { NotFound } from '../../access/refusals.ts'
import { eventHash } from '../../db/events.ts'
import { beforeTheFirst, type ChainedEvent } from '../../domain/audit/event-link.ts'
import { page } from '../../web/page.ts'
import { auditHead, eventsNumbered } from '../queries.ts'
import { detailRows, differences } from './event-details.ts'
import { actorText, hashParts, momentText } from './event-words.ts'

export const eventPage = page({
  path: '/audit/:number',
  action: 'audit.view',
  template: 'audit/pages/show.njk',
  view: async ({ db, params }) => {
    const number = /^[1-9]\d{0,14}$/.test(params.number) ? Number(params.number) : 0
    const [event] = number === 0 ? [] : await eventsNumbered(db, number)
    if (!event)
      throw new NotFound(`There is no event '${params.number}'.`, [
        { text: 'The event trail', href: '/audit' },
      ])
    const [before] = await eventsNumbered(db, number - 1)
    const head = await auditHead(db)
    return eventView(event, { before: before ?? null, last: head?.sequence ?? 0 })
  },
  title: (view) => view.title,
  breadcrumbs: () => [{ text: 'Event trail', href: '/audit' }],
})

export function eventView(
  event: ChainedEvent,
  { before, last }: { before: ChainedEvent | null; last: number },
) {
  const { sequence, details } = event
  const neighbour = (number: number, text: string) =>
    number < 1 || number > last ? null : { text, href: `/audit/${number}` }
  return {
    title: `Event ${sequence}`,
    facts: [
      { term: 'What happened', text: event.action, detail: null, href: null },
      {
        term: 'To what',
        text: event.subject,
        detail: null,
        href: `/audit?subject=${encodeURIComponent(event.subject)}`,
      },
      { term: 'When', text: momentText(event.at), detail: `${event.at} in UTC`, href: null },
      { term: 'By', text: actorText(event), detail: null, href: null },
    ],
    differences: differences(details),
    details: detailRows(details),
    chain: chainOf(event, before),
    neighbours: [
      neighbour(sequence - 1, 'The event before'),
      neighbour(sequence + 1, 'The event after'),
    ].filter((link) => link !== null),
  }
}

/** Whether this event is as it was recorded and hangs on the one before it. The whole trail is walked by the command line. */
function chainOf(event: ChainedEvent, before: ChainedEvent | null) {
  const follows = event.previousHash === (event.sequence === 1 ? beforeTheFirst : before?.hash)
  const holds = eventHash(event.previousHash, event) === event.hash
  const previous =
    event.sequence === 1 ? 'It is the first of the trail' : `It is chained to event ${event.sequence - 1}`
  return {
    whole: holds && follows,
    says: holds
      ? `Its fields give its hash. ${follows ? previous : `It is not chained to event ${event.sequence - 1} as that is now`}.`
      : 'Its fields do not give its hash: the event was changed after it was recorded.',
    hash: hashParts(event.hash),
    previousHash: hashParts(event.previousHash),
  }
}
