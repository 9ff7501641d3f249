import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { agreeForms } from './agree-forms.ts'
import { answerPage } from './answer.ts'
import { answerForm } from './answer-form.ts'
import { boardPage } from './board.ts'
import { checkCyclePage, openCycleForm } from './check-cycle.ts'
import { cyclesPage } from './cycles.ts'
import { lockForm, lockPage } from './lock.ts'
import { myPage } from './my.ts'
import { newCycleForm, newCyclePage } from './new-cycle.ts'
import { requestsPage } from './requests-list.ts'
import { reviewPage } from './review.ts'
import { reviewForms } from './review-forms.ts'
import { waitingPages } from './waiting.ts'

export const cyclePages: readonly Route[] = [
  myPage,
  answerPage,
  cyclesPage,
  newCyclePage,
  checkCyclePage,
  boardPage,
  requestsPage,
  ...Object.values(waitingPages),
  reviewPage,
  lockPage,
]

export const cycleDeeds: readonly Deed[] = [
  answerForm,
  newCycleForm,
  openCycleForm,
  ...agreeForms,
  ...reviewForms,
  lockForm,
]
