/** Somewhere the reader may have meant to go. */
export type Suggestion = { readonly text: string; readonly href: string }

/**
 * The three refusals. Queries and commands throw them; the web layer and the command line turn each into its own
 * answer. Anything else that is thrown is a bug and is treated as one.
 */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  /** What was looked for, in words, and what might have been meant. */
  readonly meant: readonly Suggestion[]

  constructor(message: string, meant: readonly Suggestion[] = []) {
    super(message)
    this.meant = meant
  }
}

/** The message is the reason, as `can()` words it: who may not do what, and who may. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** The message says what changed in the meantime, so that nobody's work is overwritten unseen. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

export type Refusal = NotFound | Forbidden | Conflict

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof NotFound || error instanceof Forbidden || error instanceof Conflict
}
