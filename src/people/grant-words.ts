import { type Grant, grantKinds, inForceOn } from '../domain/access/grant.ts'
import { roles } from '../domain/access/roles.ts'
import { dayText } from '../domain/period-text.ts'
import { type NamedUnit, unitNamed } from './queries.ts'

export type GrantWords = {
  readonly id: number
  readonly role: string
  readonly unit: string
  readonly kind: string
  readonly days: string
  /** 'now', 'later' or 'past'. */
  readonly when: 'now' | 'later' | 'past'
}

/** A grant as people read it; `labels` are those of accounts, to say for whom somebody stands in. */
export function grantWords(
  grant: Grant,
  today: string,
  units: readonly NamedUnit[],
  labels: ReadonlyMap<number, string>,
): GrantWords {
  const standsFor = grant.onBehalfOf === null ? '' : `, for ${labels.get(grant.onBehalfOf) ?? 'another post'}`
  return {
    id: grant.id,
    role: roles[grant.role],
    unit: unitNamed(units, grant.unit),
    kind: `${grantKinds[grant.kind]}${standsFor}`,
    days: daysText(grant),
    when: inForceOn(grant, today) ? 'now' : isStillToCome(grant, today) ? 'later' : 'past',
  }
}

const isStillToCome = ({ from, endedOn }: Grant, today: string): boolean =>
  from > today && (endedOn === null || endedOn > from)

function daysText({ from, until, endedOn }: Grant): string {
  if (endedOn !== null) return `from ${dayText(from)}, ended ${dayText(endedOn)}`
  return until === null ? `from ${dayText(from)}` : `${dayText(from)} to ${dayText(until)}`
}
