import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { goodNewsPage } from './good-news.ts'
import { minePage } from './mine.ts'
import { newSignalPage, raiseForm } from './new-signal.ts'
import { progressForm, recommendationPage, responseForm } from './recommendation.ts'
import { makeForm, recommendationsPage } from './recommendations.ts'
import { signalPage } from './show.ts'
import { replyForm, stepForm } from './signal-forms.ts'
import { signalsPage } from './signals.ts'

export const signalPages: readonly Route[] = [
  signalsPage,
  newSignalPage,
  minePage,
  goodNewsPage,
  recommendationsPage,
  recommendationPage,
  signalPage,
]

export const signalDeeds: readonly Deed[] = [
  raiseForm,
  stepForm,
  replyForm,
  makeForm,
  responseForm,
  progressForm,
]
