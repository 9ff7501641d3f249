import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { commentaryForm, commentaryPage, reviewForm } from './commentary.ts'
import { forecastsPage, outturnForm } from './forecasts.ts'
import { newPressureForm, newPressurePage } from './new-pressure.ts'
import { newRemedialActionForm, newRemedialActionPage } from './new-remedial-action.ts'
import { remedialActionPage, remedialStepForm } from './remedial-action.ts'
import { latestRevenuePage, revenuePage } from './revenue.ts'
import { savingForm, savingPage } from './saving.ts'
import { latestSavingsPage, savingsPage } from './savings.ts'
import { spendingPage } from './spending.ts'
import { virementForm, virementsPage } from './virements.ts'

export const revenuePages: readonly Route[] = [
  latestRevenuePage,
  revenuePage,
  newPressurePage,
  newRemedialActionPage,
  remedialActionPage,
  virementsPage,
  latestSavingsPage,
  savingsPage,
  savingPage,
  forecastsPage,
  commentaryPage,
  spendingPage,
]

export const revenueDeeds: readonly Deed[] = [
  newPressureForm,
  newRemedialActionForm,
  remedialStepForm,
  virementForm,
  savingForm,
  outturnForm,
  commentaryForm,
  reviewForm,
]
