import { ProviderRefused } from '../access/provider.ts'
import { Conflict, Forbidden, NotFound, type Suggestion } from '../access/refusals.ts'
import { databaseDoesNotAnswer } from './database-silence.ts'

/** What went wrong, for a person and for a program alike. */
export type ErrorPage = {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 500 | 503
  readonly title: string
  readonly happened: string
  readonly todo: string
  readonly suggestions: readonly Suggestion[]
  /** Given for a fault of ours, to be quoted to whoever runs the service; the log has the same. */
  readonly reference: string | null
}

/** A form that no page of ours gave to this browser, or whose page was opened before signing in or out. */
export class FormNotOurs extends Error {
  override readonly name = 'FormNotOurs'
}

export function errorPage(error: unknown, reference: string): ErrorPage {
  if (error instanceof NotFound) {
    return {
      status: 404,
      title: 'Page not found',
      happened: error.message,
      todo: 'Check the address, or go to one of the pages below.',
      suggestions: error.meant,
      reference: null,
    }
  }
  if (error instanceof Forbidden) {
    return {
      status: 403,
      title: 'You may not do this',
      happened: error.message,
      todo: 'Ask one of those named above, or sign in as somebody who may.',
      suggestions: [],
      reference: null,
    }
  }
  if (error instanceof Conflict) {
    return {
      status: 409,
      title: 'Somebody else changed this first',
      happened: error.message,
      todo: 'Nothing was overwritten and nothing of yours was stored. Go back, look at what changed and decide again.',
      suggestions: [],
      reference: null,
    }
  }
  if (error instanceof FormNotOurs) {
    return {
      status: 403,
      title: 'This form cannot be accepted',
      happened:
        'It was not sent from a page of this service in this browser, or its page was opened before you signed in or out. Nothing was stored.',
      todo: 'Go back, load the page again, and send the form from there. What you typed may still be on the page you go back to: copy it first.',
      suggestions: [],
      reference: null,
    }
  }
  if (error instanceof ProviderRefused) {
    return {
      status: 403,
      title: 'You could not be signed in',
      happened: error.message,
      todo: 'Try again from the beginning, or ask Performance and Business Intelligence.',
      suggestions: [{ text: 'Sign in', href: '/sign-in' }],
      reference: null,
    }
  }
  return databaseDoesNotAnswer(error) ? unavailable(reference) : (wrongRequest(error) ?? fault(reference))
}

function unavailable(reference: string): ErrorPage {
  return {
    status: 503,
    title: 'The figures cannot be reached at the moment',
    happened: 'The database did not answer, so the page could not be made. Nothing was lost.',
    todo: 'Try again in a minute. If it goes on, tell whoever runs the service and quote the reference.',
    suggestions: [],
    reference,
  }
}

function fault(reference: string): ErrorPage {
  return {
    status: 500,
    title: 'Something is wrong with this page',
    happened: 'A fault in the program stopped the page from being made. It has been recorded.',
    todo: 'Try again; if it happens again, tell whoever runs the service and quote the reference.',
    suggestions: [],
    reference,
  }
}

/** Fastify's own refusals carry a status: a body too large, an address that cannot be decoded. */
function wrongRequest(error: unknown): ErrorPage | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null
  if (typeof error.statusCode !== 'number' || error.statusCode < 400 || error.statusCode >= 500) return null
  const tooLarge = error.statusCode === 413
  return {
    status: tooLarge ? 413 : 400,
    title: tooLarge ? 'That is too large to send' : 'The request could not be understood',
    happened: `${error.message}.`.replace(/\.\.$/, '.'),
    todo: tooLarge ? 'Send a smaller file.' : 'Check the address or go back and try again.',
    suggestions: [],
    reference: null,
  }
}
