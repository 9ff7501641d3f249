import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { financeCheckPage } from './check.ts'
import {
  financeCentresForm,
  financeReadingForm,
  financeStoreForm,
  financeThrowAwayForm,
} from './check-forms.ts'
import { financeImportForm, financeImportPage } from './import.ts'
import { financeTemplate } from './templates.ts'

export const financeImportPages: readonly Route[] = [financeImportPage, financeTemplate, financeCheckPage]

export const financeImportDeeds: readonly Deed[] = [
  financeImportForm,
  financeReadingForm,
  financeCentresForm,
  financeStoreForm,
  financeThrowAwayForm,
]
