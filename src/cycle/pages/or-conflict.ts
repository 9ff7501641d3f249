import { Conflict } from '../../access/refusals.ts'
import type { Ran } from '../../web/form.ts'

/**
 * What came in between is said above the page, drawn again as things stand now, rather than on a page of its own: whoever
 * decides sees the new answer at once.
 */
export async function orConflict<Result>(field: string, work: () => Promise<Result>): Promise<Ran<Result>> {
  try {
    return { ok: true, result: await work() }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return { ok: false, problems: [{ field, text: error.message }], status: 409 }
  }
}
