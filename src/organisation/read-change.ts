import { type Unit, type UnitKind, unitKinds, unitText, wholeCouncil } from '../domain/access/unit.ts'
import type { Organisation } from '../domain/organisation/organisation-on.ts'
import { type Part, partKinds, partText, samePart, unitOf } from '../domain/organisation/part.ts'
import type { Problem } from '../web/form.ts'
import { readDay } from '../web/read-day.ts'

/** A day, a name and a reason as typed into a form about the organisation; each reader says what is wrong with it. */
export function changeReader(body: URLSearchParams) {
  const problems: Problem[] = []
  const wrong = (field: string, text: string): void => {
    problems.push({ field, text })
  }
  const typed = (field: string) => (body.get(field) ?? '').trim()
  return {
    problems,
    wrong,
    typed,
    day: (field: string, what: string): string => {
      const day = readDay(typed(field))
      if (day === null) wrong(field, `Enter ${what}, such as 1 10 2024`)
      return day ?? ''
    },
    words: (field: string, what: string, longest: number): string => {
      const words = typed(field)
      if (words === '') wrong(field, `Enter ${what}`)
      else if (words.length > longest) wrong(field, `Enter ${what} in at most ${longest} characters`)
      return words
    },
  }
}

/** What something can belong to, or go to, on a day: open units of these kinds, as the items of a select. */
export function unitItems(
  organisation: Organisation,
  kinds: readonly UnitKind[],
  { chosen, without, none }: { chosen: string; without: Part | null; none: string },
): { value: string; text: string; selected: boolean }[] {
  const units: { unit: Unit; text: string }[] = kinds.includes('council')
    ? [{ unit: wholeCouncil, text: unitKinds.council }]
    : []
  for (const { part, name, state } of organisation.standings.values()) {
    const unit = unitOf(part)
    if (unit === null || state === 'closed' || !kinds.includes(unit.kind)) continue
    if (without !== null && samePart(part, without)) continue
    units.push({ unit, text: `${partKinds[part.kind]}: ${name}` })
  }
  return [
    { value: '', text: none, selected: chosen === '' },
    ...units.map(({ unit, text }) => ({ value: unitText(unit), text, selected: unitText(unit) === chosen })),
  ]
}

/** The council, or a unit whose code is given: how the parts of a choice are named in a sentence. */
export const inSentence = (organisation: Organisation, unit: Unit): string =>
  unit.kind === 'council'
    ? 'the council as a whole'
    : (organisation.standings.get(partText(unit))?.name ?? unit.code)
