import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import type { DatedSource } from '../sources.ts'
import { calendarPage } from './calendar.ts'
import { calendarFile } from './feed.ts'
import { fourYearsPage } from './four-years.ts'
import { frameworkPage, frameworkSeenForm } from './framework.ts'
import { newApprovalForm, newApprovalPage } from './new-approval.ts'
import { newFrameworkForm, newFrameworkPage } from './new-framework.ts'
import { newStageForm, newStagePage } from './new-stage.ts'
import { ownDates } from './own-dates.ts'

/** The pages of the calendar; `sources` are the features above it that have dates to show there. */
export const calendarPages = (sources: readonly DatedSource[]): readonly Route[] => [
  calendarPage(sources),
  calendarFile(sources),
  ownDates(sources),
  fourYearsPage,
  newStagePage,
  newApprovalPage,
  frameworkPage,
  newFrameworkPage,
]

export const calendarDeeds: readonly Deed[] = [
  newStageForm,
  newApprovalForm,
  newFrameworkForm,
  frameworkSeenForm,
]
