import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { newPressureForm, newPressurePage } from './new-pressure.ts'
import { newRemedialActionForm, newRemedialActionPage } from './new-remedial-action.ts'
import { remedialActionPage, remedialStepForm } from './remedial-action.ts'
import { latestRevenuePage, revenuePage } from './revenue.ts'

export const revenuePages: readonly Route[] = [
  latestRevenuePage,
  revenuePage,
  newPressurePage,
  newRemedialActionPage,
  remedialActionPage,
]

export const revenueDeeds: readonly Deed[] = [newPressureForm, newRemedialActionForm, remedialStepForm]
