import { dayText } from '../domain/period-text.ts'

/** '25 July 2024, 14:05', on English clocks. */
export function momentText(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London')
  const [hour, minute] = [at.hour, at.minute].map((part) => String(part).padStart(2, '0'))
  return `${dayText(at.toPlainDate().toString())}, ${hour}:${minute}`
}
