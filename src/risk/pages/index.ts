import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { actionForm, actionsPage, progressForm } from './actions.ts'
import { appetiteForm, appetitePage } from './appetite.ts'
import { assuranceForm, controlForm, controlsPage } from './controls.ts'
import { decideForm, decidePage } from './decide.ts'
import { editForm, editPage } from './edit.ts'
import { heatMapPage } from './heat-map.ts'
import { linkForm, linksPage, unlinkForm } from './links.ts'
import { newRiskForm, newRiskPage } from './new-risk.ts'
import { registerPage } from './register.ts'
import { reviewForm, reviewPage, scoreForm, scorePage } from './score.ts'
import { riskPage } from './show.ts'
import { trainingForm, trainingPage } from './training.ts'

export const riskPages: readonly Route[] = [
  registerPage,
  heatMapPage,
  appetitePage,
  trainingPage,
  newRiskPage,
  riskPage,
  scorePage,
  reviewPage,
  controlsPage,
  actionsPage,
  decidePage,
  linksPage,
  editPage,
]

export const riskDeeds: readonly Deed[] = [
  appetiteForm,
  trainingForm,
  newRiskForm,
  scoreForm,
  reviewForm,
  controlForm,
  assuranceForm,
  actionForm,
  progressForm,
  decideForm,
  linkForm,
  unlinkForm,
  editForm,
]
