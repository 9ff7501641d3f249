import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { ambitionPage } from './ambition.ts'
import { assignForm, assignPage } from './assign.ts'
import { correct } from './correct.ts'
import { dataQualityForm, dataQualityPage } from './data-quality.ts'
import { definition } from './definition.ts'
import { historyPage } from './history.ts'
import { importForm, importPage } from './import.ts'
import { importCheckPage } from './import-check.ts'
import {
  importMappingForm,
  importStoreForm,
  importThrowAwayForm,
  importWarningsForm,
} from './import-forms.ts'
import { qualityPage } from './quality.ts'
import { rebase } from './rebase.ts'
import { registerPage } from './register.ts'
import { restatementsPage } from './restatements.ts'
import { retire } from './retire.ts'
import { scorecardPage } from './scorecard.ts'
import { showPage } from './show.ts'
import { target } from './target.ts'
import { breaksPage, threadPage } from './thread.ts'
import { threadItemPage } from './thread-item.ts'

export const measurePages: readonly Route[] = [
  registerPage,
  qualityPage,
  showPage,
  ambitionPage,
  historyPage,
  dataQualityPage,
  correct.page,
  target.page,
  definition.page,
  retire.page,
  rebase.page,
  restatementsPage,
  scorecardPage,
  threadPage,
  breaksPage,
  threadItemPage,
  importPage,
  importCheckPage,
  assignPage,
]

export const measureDeeds: readonly Deed[] = [
  dataQualityForm,
  ...correct.deeds,
  ...target.deeds,
  ...definition.deeds,
  ...retire.deeds,
  ...rebase.deeds,
  importForm,
  importMappingForm,
  importWarningsForm,
  importStoreForm,
  importThrowAwayForm,
  assignForm,
]
