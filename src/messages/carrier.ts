/** One message as it is given to whoever carries it. */
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly body: string
  /** The same at every attempt of the same message. */
  readonly reference: string
  /** 1 for the first. */
  readonly attempt: number
}

/**
 * What became of it. `again`: it did not leave, and may be tried later. `refused`: it did not leave and never will.
 * `unclear`: it may have left. With `all` the trouble is not this letter's, and the next would meet it too.
 */
export type Carried =
  | { readonly outcome: 'sent'; readonly reference: string | null }
  | { readonly outcome: 'again'; readonly detail: string; readonly all: boolean }
  | { readonly outcome: 'refused'; readonly detail: string }
  | { readonly outcome: 'unclear'; readonly detail: string }

export type Carrier = {
  /** As it is called on pages. */
  readonly name: string
  /** Whether it asks, before a second attempt, if the first had arrived: then an attempt cut short is tried again. */
  readonly asksFirst: boolean
  readonly carry: (letter: Letter) => Promise<Carried>
}
