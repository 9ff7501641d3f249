import { Conflict } from '../access/refusals.ts'
import type { Ran } from './form.ts'

/**
 * What came in between is said beside a field of the page, drawn again as things stand now with what was typed, rather
 * than on a page of its own: whoever decides sees it at once.
 */
export async function orConflict<Result>(field: string, work: () => Promise<Result>): Promise<Ran<Result>> {
  try {
    return { ok: true, result: await work() }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return { ok: false, problems: [{ field, text: error.message }], status: 409 }
  }
}
