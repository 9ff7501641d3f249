import { comparisonSections } from './comparison-sections.ts'
import { intervalSections } from './interval-sections.ts'
import { isRefused, type Line } from './intervals-input.ts'
import { show } from './show-input.ts'

const SECTIONS: ReadonlyMap<unknown, (line: Line) => object> = new Map(
  Object.entries({ ...intervalSections, ...comparisonSections }),
)

/**
 * Answers one parsed line of `stats intervals`, with the fields the peers give for that section.
 *
 * Never throws for bad input: the answer is then { id, status: 'error', message }, naming the line and the reason.
 */
export function intervalsAnswer(input: unknown): object {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return failure(null, 'a line must be one JSON object')
  }
  const line = input as Line
  const id = line.id ?? null
  const answer = SECTIONS.get(line.section)
  if (answer === undefined) {
    return failure(id, `section is ${show(line.section)}; use ${[...SECTIONS.keys()].join(', ')}`)
  }
  try {
    return { id, status: 'ok', ...answer(line) }
  } catch (error) {
    if (isRefused(error)) return failure(id, error.reason)
    throw error
  }
}

function failure(id: unknown, reason: string): object {
  const name = id === null ? 'A line without an id' : `Line ${show(id)}`
  return { id, status: 'error', message: `${name}: ${reason}.` }
}
