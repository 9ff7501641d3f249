import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { backTestPage } from './back-test.ts'
import { figureForm, figuresPage } from './figures.ts'
import { highNeedsPage } from './high-needs.ts'
import { placesPage } from './places.ts'
import { recoveryActionPage, reviseActionForm } from './recovery-action.ts'
import { addActionForm, recoveryPlanPage } from './recovery-plan.ts'
import { scenarioForm, scenariosPage } from './scenarios.ts'

export const highNeedsPages: readonly Route[] = [
  highNeedsPage,
  scenariosPage,
  backTestPage,
  placesPage,
  recoveryPlanPage,
  recoveryActionPage,
  figuresPage,
]
export const highNeedsDeeds: readonly Deed[] = [scenarioForm, figureForm, addActionForm, reviseActionForm]
