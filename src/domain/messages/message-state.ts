/** How an attempt ended. Unclear: it was cut short, and nobody knows whether the message had left. */
export type Outcome = 'sent' | 'failed' | 'given-up' | 'unclear'

export const messageStates = {
  waiting: 'Waiting',
  sending: 'Being sent',
  'to-retry': 'To be tried again',
  sent: 'Sent',
  'given-up': 'Given up',
  unclear: 'Perhaps sent',
  'too-late': 'Not sent in time',
  example: 'Never sent',
} as const

export type MessageState = keyof typeof messageStates

/** What has happened to a message, as far as its state depends on it. Instants are ISO. */
export type MessageFacts = {
  readonly notBefore: string
  readonly notAfter: string
  readonly illustrative: boolean
  readonly last: {
    readonly number: number
    readonly outcome: Outcome | null
    readonly nextTryAt: string | null
  } | null
  /** The latest attempt after which somebody asked for another; null when nobody did. */
  readonly askedAfter: number | null
}

/** What a message is now, and when it is next tried; null when it is not. */
export function messageState(
  facts: MessageFacts,
  now: string,
): { readonly state: MessageState; readonly nextTryAt: string | null } {
  const { last, askedAfter, notBefore } = facts
  const only = (state: MessageState) => ({ state, nextTryAt: null })
  if (facts.illustrative) return only('example')
  if (last !== null && last.outcome === null) return only('sending')
  if (last?.outcome === 'sent') return only('sent')
  const asked = last !== null && askedAfter === last.number
  if (!asked && (last?.outcome === 'given-up' || last?.outcome === 'unclear')) return only(last.outcome)
  if (instant(now) > instant(facts.notAfter)) return only('too-late')
  if (last === null) return { state: 'waiting', nextTryAt: notBefore }
  return { state: 'to-retry', nextTryAt: asked ? notBefore : (last.nextTryAt ?? notBefore) }
}

export function isDue(facts: MessageFacts, now: string): boolean {
  const { nextTryAt } = messageState(facts, now)
  return nextTryAt !== null && instant(nextTryAt) <= instant(now)
}

/** Somebody may ask for another attempt at what was given up or may not have arrived, while it still says what is so. */
export function canBeAskedAgain(facts: MessageFacts, now: string): boolean {
  const { state } = messageState(facts, now)
  return (state === 'given-up' || state === 'unclear') && instant(now) <= instant(facts.notAfter)
}

/** Given up, and still worth sending: what may have arrived is looked at one by one. */
export const isGivenUp = (facts: MessageFacts, now: string): boolean =>
  canBeAskedAgain(facts, now) && facts.last?.outcome === 'given-up'

const instant = (text: string): number => Temporal.Instant.from(text).epochMilliseconds
