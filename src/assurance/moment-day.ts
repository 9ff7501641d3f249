import { dayText } from '../domain/period-text.ts'

/** The English day of an instant, in words. */
export const momentDay = (instant: string): string =>
  dayText(Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString())
