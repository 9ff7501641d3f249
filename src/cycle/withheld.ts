import type { AnswersResult } from './answer-requests.ts'

/** Ends the transaction of answers that are not to be kept, carrying what is to be said of them. */
export class Withheld extends Error {
  readonly result: AnswersResult

  constructor(result: AnswersResult) {
    super('The answers were not kept.')
    this.result = result
  }
}
