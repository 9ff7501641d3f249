import { dayText } from '../../domain/period-text.ts'

/** In London's time: '25 July 2024, 14:05'. */
export function instantText(at: string): string {
  const london = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London')
  return `${dayText(london.toPlainDate().toString())}, ${london.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

export const instantDay = (at: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
