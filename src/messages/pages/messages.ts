import { can } from '../../domain/access/can.ts'
import {
  isGivenUp,
  type MessageState,
  messageState,
  messageStates,
} from '../../domain/messages/message-state.ts'
import { formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import { page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import type { Site } from '../../web/site.ts'
import { daysShown } from '../commands.ts'
import { type ListedMessage, messagesSince } from '../queries.ts'

const pageSize = 50

/** The outbox: what waits, what was sent, what failed and why. */
export const messagesPage = page({
  path: '/messages',
  action: 'message.view',
  template: 'messages/pages/messages.njk',
  view: async (asked) => {
    const { db, actor, query, path, site } = asked
    const now = site.now()
    const at = now.toISOString()
    const all = await messagesSince(db, new Date(now.getTime() - daysShown * 86_400_000))
    const chosen = query.get('state') ?? ''
    const state = Object.hasOwn(messageStates, chosen) ? (chosen as MessageState) : null
    const stateOf = ({ facts }: ListedMessage) => messageState(facts, at).state
    const found = all.filter((message) => state === null || stateOf(message) === state)
    const pages = pagesOf({ total: found.length, size: pageSize, path, query })
    const keeps = can(actor, 'message.keep').allowed
    const again =
      keeps && site.mailBy !== undefined ? all.filter(({ facts }) => isGivenUp(facts, at)).length : 0
    const [counts, rest] = [Object.entries(messageStates), found.length]
    return {
      days: String(daysShown),
      carrier: site.mailBy ?? null,
      notice: noticeOf(query.get('done')),
      path,
      clearHref: state === null ? null : path,
      empty: all.length === 0,
      count: rest === 1 ? '1 message' : `${rest} messages`,
      states: [
        { value: '', text: `All (${all.length})`, selected: state === null },
        ...counts.map(([value, text]) => {
          const many = all.filter((message) => stateOf(message) === value).length
          return { value, text: `${text} (${many})`, selected: value === state }
        }),
      ],
      again: again === 0 ? null : { form: formView(asked, path, { message: '' }), count: again },
      pages,
      rows: found.slice(pages.from, pages.to).map((message) => rowOf(message, at, site)),
    }
  },
  title: 'Messages',
})

function rowOf({ id, label, subject, facts, madeAt, detail }: ListedMessage, at: string, site: Site) {
  const { state, nextTryAt } = messageState(facts, at)
  return {
    href: `/messages/${id}`,
    label,
    subject,
    state: messageStates[state],
    tag: stateTags[state],
    illustrative: facts.illustrative,
    made: momentText(madeAt),
    why: state === 'sent' || state === 'too-late' || state === 'example' ? null : detail,
    next: nextText(nextTryAt, at, site),
  }
}

/** When a message is tried next; null when nothing tries it. */
export function nextText(nextTryAt: string | null, at: string, { mailBy }: Site): string | null {
  if (nextTryAt === null || mailBy === undefined) return null
  return Date.parse(nextTryAt) <= Date.parse(at) ? 'within a minute' : momentText(nextTryAt)
}

/** The colour beside the word, which says it all by itself. */
export const stateTags: Readonly<Record<MessageState, string>> = {
  waiting: 'govuk-tag--blue',
  sending: 'govuk-tag--blue',
  'to-retry': 'govuk-tag--yellow',
  sent: 'govuk-tag--green',
  'given-up': 'govuk-tag--red',
  unclear: 'govuk-tag--orange',
  'too-late': 'govuk-tag--grey',
  example: 'govuk-tag--grey',
}

function noticeOf(done: string | null): string | null {
  const many = Number(done)
  if (done === null || !Number.isSafeInteger(many) || many < 1) return null
  return many === 1
    ? 'The message is tried again within a minute.'
    : `${many} messages are tried again within a minute.`
}
