import type { Route } from '../../web/page.ts'
import type { DatedSource } from '../sources.ts'
import { calendarPage } from './calendar.ts'
import { calendarFile } from './feed.ts'

/** The pages of the calendar; `sources` are the features above it that have dates to show there. */
export const calendarPages = (sources: readonly DatedSource[]): readonly Route[] => [
  calendarPage(sources),
  calendarFile(sources),
]
