import { roles } from '../../domain/access/roles.ts'
import { dayText } from '../../domain/period-text.ts'

/** A role as it is called; one that this version does not know by its code. */
export const roleText = (role: string): string => (roles as Readonly<Record<string, string>>)[role] ?? role

export const actorText = ({ actorRole, actorName }: { actorRole: string; actorName: string }): string =>
  `${roleText(actorRole)} (${actorName})`

/** In London's time: '25 July 2024, 14:05:09'. */
export function momentText(at: string): string {
  const london = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London')
  const time = london.toPlainTime().toString({ smallestUnit: 'second' })
  return `${dayText(london.toPlainDate().toString())}, ${time}`
}

/** A hash in pieces, between which a line may end. */
export const hashParts = (hash: string): string[] => hash.match(/.{1,8}/g) ?? []
