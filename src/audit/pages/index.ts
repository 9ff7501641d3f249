import type { Route } from '../../web/page.ts'
import { eventsCsvFile, eventsJsonFile, eventsPage } from './events.ts'
import { eventPage } from './show.ts'

export const auditPages: readonly Route[] = [eventsPage, eventsCsvFile, eventsJsonFile, eventPage]
