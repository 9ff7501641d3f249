/** The day it was in England at an instant, as an ISO day: what happened at half past midnight in summer is not yesterday's. */
export const englishDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
