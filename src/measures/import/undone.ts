/** Thrown to undo what a transaction has stored so far; caught at once, and what it carries given back as the answer. */
export class Undone<T> extends Error {
  override readonly name = 'Undone'
  readonly result: T
  constructor(result: T) {
    super('Nothing was stored.')
    this.result = result
  }
}
