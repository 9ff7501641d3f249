import { NotFound } from '../../access/refusals.ts'
import { can } from '../../domain/access/can.ts'
import {
  canBeAskedAgain,
  messageState,
  messageStates,
  type Outcome,
} from '../../domain/messages/message-state.ts'
import { formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import { page } from '../../web/page.ts'
import { messageFor } from '../queries.ts'
import { nextText, stateTags } from './messages.ts'

const outcomeWords: Readonly<Record<Outcome, string>> = {
  sent: 'Sent',
  failed: 'Failed',
  'given-up': 'Given up',
  unclear: 'Perhaps sent',
}

/** One message as it was written, and every attempt at sending it. */
export const messagePage = page({
  path: '/messages/:id',
  action: 'message.view',
  template: 'messages/pages/message.njk',
  view: async (asked) => {
    const { db, actor, params, path, site, query } = asked
    const message = await messageFor(db, messageNumber(params.id))
    const { facts, attempts, retries } = message
    const at = site.now().toISOString()
    const { state, nextTryAt } = messageState(facts, at)
    const again = can(actor, 'message.keep').allowed && canBeAskedAgain(facts, at)
    return {
      subject: message.subject,
      label: message.label,
      address: message.address,
      body: message.body,
      about: message.about,
      illustrative: facts.illustrative,
      state: messageStates[state],
      tag: stateTags[state],
      made: momentText(message.madeAt),
      until: momentText(facts.notAfter),
      next: nextText(nextTryAt, at, site),
      notice: query.get('done') === null ? null : 'The message is tried again within a minute.',
      form: again ? formView(asked, path, { message: params.id }) : null,
      maySendTwice: state === 'unclear',
      attempts: attempts.map(({ number, begunAt, carrier, outcome, detail }) => ({
        number: String(number),
        at: momentText(begunAt),
        carrier,
        outcome: outcome === null ? 'Going on' : outcomeWords[outcome],
        detail: detail ?? '',
        asked: retries
          .filter(({ afterNumber }) => afterNumber === number)
          .map(({ askedAt, byName }) => `${byName} asked for another, ${momentText(askedAt)}`)
          .join(),
      })),
    }
  },
  title: (view) => view.subject,
  breadcrumbs: () => [{ text: 'Messages', href: '/messages' }],
})

export function messageNumber(text: string): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0
  if (number === 0) throw new NotFound('There is no such message here.')
  return number
}
