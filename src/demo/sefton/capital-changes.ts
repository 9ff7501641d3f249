import { readCapitalChanges } from '../../domain/finance/read-capital-changes.ts'
import type { PrintedChangesInput } from '../../finance/capital/record-printed-changes.ts'
import { shipped, sourceOf } from '../csv.ts'
import { capitalProgrammeJuly2024 } from './capital.ts'
import { organisation } from './organisation.ts'

/** The wording differs from the programme's; the amount and the year are those of one scheme of the same service. */
const matched: Readonly<Record<number, string>> = { 1: 'capital-1', 8: 'capital-26', 28: 'capital-64' }
/** The projects listed without a value under a total. */
const partsOf: Readonly<Record<number, number>> = { 12: 11, 13: 11, 14: 11, 15: 11 }
const movedTo: Readonly<Record<number, string>> = { 6: 'highways-and-public-protection' }

/** The 28 changes since the report before, which the programme of July 2024 has in it. */
export function capitalChangesJuly2024(): PrintedChangesInput {
  const rows = shipped('sefton/finance/capital_changes.csv')
  const { programme, schemes } = capitalProgrammeJuly2024()
  const years = Object.keys(schemes[0]?.budget ?? {})
  const read = readCapitalChanges(
    // The file's amounts are in £m alone.
    rows.map((row) => ({ ...row })),
    { services: organisation().services, schemes, years },
  )
  if (!read.ok) {
    const [problem] = read.problems
    throw new Error(`capital_changes.csv row ${problem?.row}, ${problem?.column}: ${problem?.says}`)
  }
  return {
    programme,
    changes: read.changes.map((change, index) => {
      const scheme = matched[change.number]
      const title = schemes.find(({ code }) => code === scheme)?.title
      const taken = title === undefined ? null : `taken to be the scheme ${title}: the amount is the same`
      return {
        ...change,
        scheme: change.scheme ?? scheme ?? null,
        note: [change.note, taken].filter((each) => each !== null).join('; ') || null,
        partOf: partsOf[change.number] ?? null,
        toService: movedTo[change.number] ?? null,
        source: rows[index] ? sourceOf(rows[index]) : '',
      }
    }),
  }
}
