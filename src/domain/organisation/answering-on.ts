import { type Unit, unitText, wholeCouncil } from '../access/unit.ts'
import { type Organisation, standingOf } from './organisation-on.ts'

/** Who answers on that day for what was given to `unit`: itself, or where its work went when it closed. */
export function answeringOn(organisation: Organisation, unit: Unit): Unit {
  const seen = new Set<string>()
  let answering = unit
  while (answering.kind !== 'council') {
    const standing = standingOf(organisation, answering)
    if (standing?.state !== 'closed') return answering
    seen.add(unitText(answering))
    const next = standing.closure?.into ?? standing.parent?.parent ?? wholeCouncil
    if (seen.has(unitText(next))) return wholeCouncil
    answering = next
  }
  return answering
}
