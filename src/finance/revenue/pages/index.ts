import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { newPressureForm, newPressurePage } from './new-pressure.ts'
import { newRemedialActionForm, newRemedialActionPage } from './new-remedial-action.ts'
import { remedialActionPage, remedialStepForm } from './remedial-action.ts'
import { latestRevenuePage, revenuePage } from './revenue.ts'
import { savingForm, savingPage } from './saving.ts'
import { latestSavingsPage, savingsPage } from './savings.ts'
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
]

export const revenueDeeds: readonly Deed[] = [
  newPressureForm,
  newRemedialActionForm,
  remedialStepForm,
  virementForm,
  savingForm,
]
